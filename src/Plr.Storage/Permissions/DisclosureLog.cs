using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Npgsql;
using Plr.Domain.Permissions;

namespace Plr.Storage.Permissions;

/// <summary>The one writer of the disclosure log: the rows of all requests that wait go to the disk in one commit.</summary>
/// <remarks>
/// While a commit is on its way to the disk, rows gather for the next; so the more requests there are, the less each costs. Every request waits
/// until its own rows are durable. Rows stand in the order in which requests came. A commit that fails fails the requests whose rows it held,
/// and no others: rows that the database refuses are told apart from their neighbours.
/// </remarks>
internal sealed class DisclosureLog : IAsyncDisposable
{
    /// <summary>The most requests that wait; one more waits for its place.</summary>
    private const int MaxWaiting = 10_000;

    /// <summary>A commit takes no further request once it holds so many rows.</summary>
    private const int RowsOfOneCommit = 1_000;

    private readonly Channel<Entry> waiting = Channel.CreateBounded<Entry>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly Func<IReadOnlyList<Disclosure>, ValueTask> commit;
    private readonly Task writing;

    /// <summary>Begins to wait for rows.</summary>
    /// <param name="commit">Writes rows whole or not at all; durable when it returns.</param>
    public DisclosureLog(Func<IReadOnlyList<Disclosure>, ValueTask> commit)
    {
        this.commit = commit;
        writing = WriteAsync();
    }

    /// <summary>Appends one request's rows. Durable when it returns; no rows, nothing to wait for.</summary>
    /// <remarks>Cancelled while it waits, the rows may be written nevertheless: then the log has more than was disclosed, never less.</remarks>
    public async ValueTask AppendAsync(IReadOnlyList<Disclosure> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var entry = new Entry(rows, cancellationToken);
        await waiting.Writer.WriteAsync(entry, cancellationToken);
        await entry.Durable.WaitAsync(cancellationToken);
    }

    /// <summary>Writes what waits, and takes no more.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync()
    {
        var gathered = new List<Entry>();
        while (await waiting.Reader.WaitToReadAsync())
        {
            Gather(gathered);
            if (gathered.Count > 0)
            {
                await CommitAsync(gathered);
            }
        }
    }

    private void Gather(List<Entry> gathered)
    {
        gathered.Clear();
        for (var rows = 0; rows < RowsOfOneCommit && waiting.Reader.TryRead(out var entry);)
        {
            if (!entry.IsAbandoned)
            {
                gathered.Add(entry);
                rows += entry.Rows.Count;
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, the requests that wait are told, and the next ones are served.")]
    private async ValueTask CommitAsync(IReadOnlyList<Entry> entries)
    {
        try
        {
            await commit(entries.Count == 1 ? entries[0].Rows : [.. entries.SelectMany(entry => entry.Rows)]);
        }
        catch (PostgresException) when (entries.Count > 1)
        {
            // The database is there and refuses a row: each request for itself, so that the others are not made to pay.
            foreach (var entry in entries)
            {
                await CommitAsync([entry]);
            }

            return;
        }
        catch (Exception failure)
        {
            foreach (var entry in entries)
            {
                entry.Fail(failure);
            }

            return;
        }

        foreach (var entry in entries)
        {
            entry.Succeed();
        }
    }

    /// <summary>One request's rows, and the request that waits for them.</summary>
    private sealed class Entry(IReadOnlyList<Disclosure> rows, CancellationToken request)
    {
        // Requests go on elsewhere: the writer turns to the next commit.
        private readonly TaskCompletionSource durable = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<Disclosure> Rows => rows;

        public Task Durable => durable.Task;

        /// <summary>Whether nobody waits any more.</summary>
        public bool IsAbandoned => request.IsCancellationRequested;

        public void Succeed() => durable.TrySetResult();

        public void Fail(Exception failure) => durable.TrySetException(failure);
    }
}
