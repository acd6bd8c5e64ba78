using System.Threading.Channels;
using Npgsql;
using Plr.Domain.Identifiers;
using Plr.Domain.Records;

namespace Plr.Storage.Records;

/// <summary>Listens for changes of records and hands them to whoever watches, by <c>LISTEN</c> and <c>NOTIFY</c>.</summary>
/// <remarks>One connection for all watchers. While the database does not answer nothing is announced; when it returns, every watcher is told that
/// something may have been missed.</remarks>
public sealed class RecordChangeSource : IRecordChanges, IAsyncDisposable
{
    private const int MaxWaiting = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private readonly Dictionary<Uln, List<Channel<RecordChange>>> watchers = [];
    private readonly PlrDatabase database;
    private readonly Task listening;

    /// <summary>Begins to listen.</summary>
    public RecordChangeSource(PlrDatabase database)
    {
        this.database = database;
        listening = ListenAsync();
    }

    /// <summary>How many watch.</summary>
    public int Watchers
    {
        get
        {
            lock (gate)
            {
                return watchers.Values.Sum(static list => list.Count);
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordChange> Watch(Uln learner, CancellationToken cancellationToken)
    {
        var watcher = Channel.CreateBounded<RecordChange>(MaxWaiting);
        lock (gate)
        {
            if (!watchers.TryGetValue(learner, out var list))
            {
                watchers.Add(learner, list = []);
            }

            list.Add(watcher);
        }

        cancellationToken.Register(() => Remove(learner, watcher));
        return watcher.Reader.ReadAllAsync(cancellationToken);
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
            catch (Exception failure) when (Unavailability.Is(failure))
            {
                await Task.Delay(Pause, stopping.Token); // Watchers are told once it is back.
            }
        }
    }

    private async Task ListenOnceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Writing.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, announced) =>
        {
            var (learner, change) = RecordAnnouncement.Read(announced.Payload);
            Tell(learner, change);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {RecordAnnouncement.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        TellAll(new RecordChange(RecordChangeKind.Missed));
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private void Tell(Uln learner, RecordChange change)
    {
        lock (gate)
        {
            foreach (var watcher in watchers.GetValueOrDefault(learner) ?? [])
            {
                Tell(watcher, change);
            }
        }
    }

    private void TellAll(RecordChange change)
    {
        lock (gate)
        {
            foreach (var watcher in watchers.Values.SelectMany(static list => list))
            {
                Tell(watcher, change);
            }
        }
    }

    private static void Tell(Channel<RecordChange> watcher, RecordChange change)
    {
        if (!watcher.Writer.TryWrite(change))
        {
            watcher.Writer.TryComplete(); // It does not keep up, and memory is for all.
        }
    }

    private void Remove(Uln learner, Channel<RecordChange> watcher)
    {
        lock (gate)
        {
            if (watchers.TryGetValue(learner, out var list) && list.Remove(watcher) && list.Count == 0)
            {
                watchers.Remove(learner);
            }
        }
    }
}
