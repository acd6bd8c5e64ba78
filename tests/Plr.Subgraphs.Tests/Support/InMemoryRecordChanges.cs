using System.Threading.Channels;
using Plr.Domain.Identifiers;
using Plr.Domain.Records;

namespace Plr.Subgraphs.Tests.Support;

/// <summary>Changes that a test announces.</summary>
internal sealed class InMemoryRecordChanges : IRecordChanges
{
    private readonly List<(Uln Learner, Channel<RecordChange> Watcher)> watchers = [];

    /// <summary>How many watch.</summary>
    public int Watchers
    {
        get
        {
            lock (watchers)
            {
                return watchers.Count;
            }
        }
    }

    public IAsyncEnumerable<RecordChange> Watch(Uln learner, CancellationToken cancellationToken)
    {
        var watcher = (learner, Channel.CreateUnbounded<RecordChange>());
        lock (watchers)
        {
            watchers.Add(watcher);
        }

        cancellationToken.Register(() =>
        {
            lock (watchers)
            {
                watchers.Remove(watcher);
            }
        });
        return watcher.Item2.Reader.ReadAllAsync(cancellationToken);
    }

    public void Announce(Uln learner, RecordChange change)
    {
        lock (watchers)
        {
            foreach (var (_, watcher) in watchers.Where(known => known.Learner == learner))
            {
                watcher.Writer.TryWrite(change);
            }
        }
    }
}
