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
    private Task listening = Task.CompletedTask;
    private volatile NationalCatalogue current = NationalCatalogue.Empty;

    /// <summary>Asks the database for nothing yet: the catalogue is empty until <see cref="BeginAsync"/> has ended.</summary>
    /// <param name="database">Outlives this.</param>
    /// <param name="prepare">What must be made of each catalogue before requests see it: seconds of work for a nation's rules.</param>
    public CatalogueSource(PlrDatabase database, Action<NationalCatalogue> prepare)
    {
        this.database = database;
        this.prepare = prepare;
    }

    /// <summary>Is told why a publication was not taken; the catalogue before it stays in force.</summary>
    public Action<Exception>? Refused { get; set; }

    /// <inheritdoc/>
    public NationalCatalogue Current => current;

    /// <summary>Reads the catalogue in force and begins to listen.</summary>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer.</exception>
    public static async Task<CatalogueSource> StartAsync(PlrDatabase database, CancellationToken cancellationToken)
    {
        var source = new CatalogueSource(database, prepare: _ => { });
        await source.BeginAsync(cancellationToken);
        return source;
    }

    /// <summary>Reads the catalogue in force and begins to listen. Once.</summary>
    /// <exception cref="RecordStoreUnavailableException">The database does not answer.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var first = await ReadAsync(database, cancellationToken);
        prepare(first);
        current = first;
        listening = ListenAsync();
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
