using Npgsql;
using Plr.Domain.Catalogue;
using Plr.Domain.Records;

namespace Plr.Storage.Catalogue;

/// <summary>Keeps the whole catalogue in memory and renews it when a publication is announced.</summary>
/// <remarks>
/// Publications are announced on the channel <c>plr_catalogue</c>. While the database does not answer, the last catalogue stays in force;
/// when it returns, a publication that was missed is noticed by its number.
/// </remarks>
public sealed class CatalogueSource : ICatalogueSource, IAsyncDisposable
{
    /// <summary>The channel of announcements.</summary>
    internal const string Channel = "plr_catalogue";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly PlrDatabase database;
    private readonly Task listening;
    private volatile NationalCatalogue current;

    private CatalogueSource(PlrDatabase database, NationalCatalogue first)
    {
        this.database = database;
        current = first;
        listening = ListenAsync();
    }

    /// <inheritdoc/>
    public NationalCatalogue Current => current;

    /// <summary>Reads the catalogue in force and begins to listen.</summary>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer.</exception>
    public static async Task<CatalogueSource> StartAsync(PlrDatabase database, CancellationToken cancellationToken) =>
        new(database, await ReadAsync(database, cancellationToken));

    /// <summary>Reads the catalogue in force, once.</summary>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer.</exception>
    public static async Task<NationalCatalogue> ReadAsync(PlrDatabase database, CancellationToken cancellationToken) =>
        await Unavailability.GuardAsync(() => CatalogueReader.ReadAsync(database, cancellationToken));

    /// <summary>Reads again if a publication has come since; for a caller that has just imported and will not wait for the announcement.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var latest = await Unavailability.GuardAsync(() => CatalogueReader.VersionAsync(database, cancellationToken));
        if (latest != current.Version)
        {
            current = await ReadAsync(database, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(stopping.Token);
            }
            catch (Exception failure) when (failure is RecordStoreUnavailableException || Unavailability.Is(failure))
            {
                await Task.Delay(Pause, stopping.Token); // Requests are told by their own reads; here it is only waited for.
            }
        }
    }

    private async Task ListenOnceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Writing.OpenConnectionAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        while (true)
        {
            await RefreshAsync(cancellationToken);
            await connection.WaitAsync(cancellationToken);
        }
    }
}
