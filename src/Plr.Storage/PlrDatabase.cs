using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plr.Domain.Records;
using Plr.Storage.Permissions;
using Plr.Storage.Records;

namespace Plr.Storage;

/// <summary>One PostgreSQL database, version 15 or later: its schema, its records, its catalogue.</summary>
/// <remarks>
/// Two pools: one for writes, one whose sessions can only read. Connecting gives up after five seconds unless the connection string says
/// otherwise; when the server returns, the next request finds it. A statement that reads for a request is given up after
/// <see cref="MaxReadSeconds"/>.
/// </remarks>
public sealed class PlrDatabase : IAsyncDisposable
{
    /// <summary>The seconds that one statement of a request's snapshot may run: by key they take milliseconds.</summary>
    public const int MaxReadSeconds = 2;

    private const int ConnectSeconds = 5;
    private const int PreparedStatements = 100;

    // Reads are by key and always the same few statements: planning one anew costs several times what running it does.
    private const string ReadingOptions = "-c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan -c jit=off";

    private readonly DbContextOptions<PlrDbContext> options;

    /// <summary>Opens no connection yet.</summary>
    public PlrDatabase(string connectionString)
    {
        ConnectionString = connectionString;
        var parts = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "plr", MaxAutoPrepare = PreparedStatements };
        parts.AutoPrepareMinUsages = 2;
        if (!new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Timeout"))
        {
            parts.Timeout = ConnectSeconds;
        }

        Writing = NpgsqlDataSource.Create(parts.ConnectionString);
        parts.Options = $"{parts.Options} {ReadingOptions} -c statement_timeout={MaxReadSeconds}s".TrimStart();
        parts.NoResetOnClose = true; // A reading session changes nothing of its own that a reset would undo.
        Reading = NpgsqlDataSource.Create(parts.ConnectionString);
        options = new DbContextOptionsBuilder<PlrDbContext>().UseNpgsql(Writing).Options;
        Disclosures = new DisclosureLog(rows => DisclosureWriter.AppendAsync(Writing, rows));
        Records = new RecordStore(this);
    }

    /// <summary>The records, for requests.</summary>
    public IRecordStore Records { get; }

    internal string ConnectionString { get; }

    internal DisclosureLog Disclosures { get; }

    internal NpgsqlDataSource Writing { get; }

    internal NpgsqlDataSource Reading { get; }

    /// <summary>Applies the migrations that are missing. Safe under several processes: they take turns.</summary>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken) => await Unavailability.GuardAsync(async () =>
    {
        if (await MigrationHistory.IsCompleteAsync(Writing, cancellationToken))
        {
            return false;
        }

        await using var context = NewContext();
        await context.Database.MigrateAsync(cancellationToken);
        return true;
    });

    /// <summary>Compares the database with this build.</summary>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer.</exception>
    public async Task<DatabaseStatus> StatusAsync(CancellationToken cancellationToken) => await Unavailability.GuardAsync(async () =>
    {
        await using var connection = await Writing.OpenConnectionAsync(cancellationToken);
        var known = MigrationHistory.Known;
        var applied = await MigrationHistory.AppliedAsync(connection, cancellationToken);
        return new DatabaseStatus(
            connection.PostgreSqlVersion.ToString(), applied, [.. known.Except(applied)], [.. applied.Except(known)]);
    });

    /// <summary>Asks the database for one row: whether it answers now.</summary>
    /// <exception cref="RecordStoreUnavailableException">It does not.</exception>
    public async Task PingAsync(CancellationToken cancellationToken) => await Unavailability.GuardAsync(async () =>
    {
        await using var command = Reading.CreateCommand("SELECT 1");
        return await command.ExecuteScalarAsync(cancellationToken);
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Disclosures.DisposeAsync();
        await Reading.DisposeAsync();
        await Writing.DisposeAsync();
    }

    internal PlrDbContext NewContext() => new(options);
}
