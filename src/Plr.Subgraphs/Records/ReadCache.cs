using System.Collections.Concurrent;
using Plr.Domain.Records;

namespace Plr.Subgraphs.Records;

/// <summary>What one request read of one kind, by key. Keys that stand for nothing are remembered as well: they are not asked for twice.</summary>
internal sealed class ReadCache<TKey, TValue>(
    Func<IRecordSnapshot, IReadOnlyCollection<TKey>, CancellationToken, ValueTask<IReadOnlyDictionary<TKey, TValue>>> read)
    where TKey : notnull
{
    private readonly HashSet<TKey> asked = [];

    // Read by one resolver while another fills it.
    private readonly ConcurrentDictionary<TKey, TValue> found = new();

    public IReadOnlyDictionary<TKey, TValue> Found => found;

    public List<TKey> Missing(IEnumerable<TKey> keys) => [.. keys.Where(key => !asked.Contains(key)).Distinct()];

    public async ValueTask FillAsync(IRecordSnapshot snapshot, List<TKey> keys, CancellationToken cancellationToken) =>
        Fill(keys, await read(snapshot, keys, cancellationToken));

    /// <summary>Remembers what was read of keys; those without a value stand for nothing.</summary>
    public void Fill(List<TKey> keys, IReadOnlyDictionary<TKey, TValue> values)
    {
        foreach (var (key, value) in values)
        {
            found[key] = value;
        }

        asked.UnionWith(keys);
    }

    public void Clear()
    {
        asked.Clear();
        found.Clear();
    }
}
