using Plr.Domain.Records;
using Plr.Testing;

namespace Plr.Storage.Tests.Records;

/// <summary>No statement of a request's snapshot runs for longer than it may, whatever the request itself may take.</summary>
public sealed class ReadLimitTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory] // A time has no value one below and one past it: these are half a second on either side.
    [Trait("Limit", "PlrDatabase.MaxReadSeconds")]
    [InlineData(-0.5, false)]
    [InlineData(0.5, true)]
    public async Task A_statement_that_reads_runs_for_two_seconds_and_no_more(double beyond, bool isEnded)
    {
        await using var database = new PlrDatabase(postgres.ConnectionString);
        var reading = await Record.ExceptionAsync(() => SleepAsync(database.Reading, PlrDatabase.MaxReadSeconds + beyond));
        Assert.Equal(isEnded, reading is RecordStoreUnavailableException);
    }

    [Fact] // The guard off: the pool that writes also migrates and imports, which takes its time.
    public async Task Without_the_limit_it_runs_on()
    {
        await using var database = new PlrDatabase(postgres.ConnectionString);
        await SleepAsync(database.Writing, PlrDatabase.MaxReadSeconds + 0.5);
    }

    private static async Task SleepAsync(Npgsql.NpgsqlDataSource pool, double seconds) => await Unavailability.GuardAsync(async () =>
    {
        await using var command = pool.CreateCommand("SELECT pg_sleep($1)");
        command.Parameters.AddWithValue(seconds);
        return await command.ExecuteNonQueryAsync();
    });
}
