using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plr.Testing;

namespace Plr.Storage.Tests;

public sealed class MigrationHistoryTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task The_list_is_that_of_the_classes_and_the_database_is_read_as_EF_reads_it()
    {
        await using var database = new PlrDatabase(postgres.ConnectionString);
        await using var context = database.NewContext();
        Assert.Equal(context.Database.GetMigrations(), MigrationHistory.Known);
        await using var connection = await postgres.DataSource.OpenConnectionAsync();
        Assert.Equal(await context.Database.GetAppliedMigrationsAsync(), await MigrationHistory.AppliedAsync(connection, default));
        Assert.True(await MigrationHistory.IsCompleteAsync(postgres.DataSource, default));
    }

    [Fact]
    public async Task A_database_without_migrations_and_none_at_all_lack_them()
    {
        var elsewhere = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Pooling = false, Database = "postgres" };
        await using (var unmigrated = NpgsqlDataSource.Create(elsewhere))
        {
            Assert.False(await MigrationHistory.IsCompleteAsync(unmigrated, default));
        }

        elsewhere.Database = "there_is_no_such_database";
        await using var missing = NpgsqlDataSource.Create(elsewhere);
        Assert.False(await MigrationHistory.IsCompleteAsync(missing, default));
    }
}
