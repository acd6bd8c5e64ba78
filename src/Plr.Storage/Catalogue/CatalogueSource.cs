using Npgsql;
using Plr.Domain.Catalogue;
using Plr.Domain.Records;

namespace Plr.Storage.Catalogue;

/// <summary>Keeps the whole catalogue in memory and renews it when a publication is announced.</summary>
/// <remarks>
/// Publications are announced on the channel <c>plr_catalogue</c>. A new catalogue is read whole from one snapshot and prepared before it takes the
/// place of the old one, so readers never wait and never see half of it. While the database does not answer, or when a publication can not be
/// read, the last catalogue stays in force; a publication that was missed is noticed by its number.
/// </remarks>
public sealed class CatalogueSource : ICatalogueSource, IAsyncDisposable
{
    /// <summary>The channel of announcements.</summary>
    internal const string Channel = "plr_catalogue";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly PlrDatabase database;
    private readonly Action<NationalCatalogue> prepare;
    private readonly Task listening;
    private volatile NationalCatalogue current;

    private CatalogueSource(PlrDatabase database, Action<NationalCatalogue> prepare, NationalCatalogue first)
    {
        this.database = database;
        this.prepare = prepare;
        current = first;
        listening = ListenAsync();
    }

    /// <summary>Is told why a publication was not taken; the catalogue before it stays in force.</summary>
    public Action<Exception>? Refused { get; set; }

    /// <inheritdoc/>
    public NationalCatalogue Current => current;

    /// <summary>Reads the catalogue in force and begins to listen.</summary>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer.</exception>
    public static Task<CatalogueSource> StartAsync(PlrDatabase database, CancellationToken cancellationToken) =>
        StartAsync(database, prepare: _ => { }, cancellationToken);

    /// <summary>The same, with what must be made of each catalogue before requests see it: seconds of work for a nation's rules.</summary>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer.</exception>
    public static async Task<CatalogueSource> StartAsync(PlrDatabase database, Action<NationalCatalogue> prepare, CancellationToken cancellationToken)
    {
        var first = await ReadAsync(database, cancellationToken);
        prepare(first);
        return new CatalogueSource(database, prepare, first);
    }

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
            var published = await ReadAsync(database, cancellationToken);
            prepare(published);
            current = published;
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
            await TakeAsync(cancellationToken);
            await connection.WaitAsync(cancellationToken);
        }
    }

    /// <summary>A publication that can not be read is told of, and the next one is waited for.</summary>
    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or RecordStoreUnavailableException))
        {
            Refused?.Invoke(failure);
        }
    }
}
