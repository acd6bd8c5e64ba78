using System.Collections.Concurrent;

namespace Plr.GraphQL.Execution.Documents;

// Documents that passed validation, with their plans, bounded in bytes. Readers never wait; a newcomer evicts by CLOCK (second chance),
// which is constant time a document on average: each step of the hand either evicts or takes back a mark that a reader set.
//
// A full cache takes a document at its second coming. One that comes once is not worth another's place, and a flood of those would have each of
// them kept just long enough to be the collector's dearest kind of garbage.
internal sealed class DocumentCache(long maxBytes, bool takesAtOnce = false)
{
    // So many documents that came once are remembered, by 64 bits of their hash: half a megabyte, made when the cache is full for the first time.
    private const int MaxRemembered = 65_536;

    // The last eighth is for the plans of documents that are there already, and for those that come again.
    private const int RoomForPlans = 8;

    private readonly ConcurrentDictionary<DocumentKey, Entry> entries = [];
    private readonly LinkedList<Entry> ring = [];
    private readonly Lock gate = new();
    private LinkedListNode<Entry>? hand;
    private ulong[]? cameOnce;

    // Bytes as estimated.
    internal long Bytes { get; private set; }

    internal int Count => entries.Count;

    internal PreparedDocument? Find(DocumentKey key)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            return null;
        }

        // Read first: writing it each time would make the cores of a busy server fight over one line of cache.
        if (!entry.IsMarked)
        {
            entry.IsMarked = true;
        }

        return entry.Document;
    }

    internal void Add(DocumentKey key, PreparedDocument document)
    {
        if (document.EstimatedBytes > maxBytes)
        {
            return;
        }

        lock (gate)
        {
            if (!takesAtOnce && Bytes + document.EstimatedBytes > maxBytes - (maxBytes / RoomForPlans) && !HasCome(key))
            {
                return;
            }

            var entry = new Entry(key, document);
            if (!entries.TryAdd(key, entry))
            {
                return;
            }

            document.Grown = () => Recharge(entry);
            Bytes += entry.Recharge();
            MakeRoom();

            // Behind the hand: the newcomer is looked at last.
            entry.Node = hand is null ? ring.AddLast(entry) : ring.AddBefore(hand, entry);
        }
    }

    // Whether it came before, as far as that is remembered: a later one with the same end of the hash takes its place.
    private bool HasCome(DocumentKey key)
    {
        cameOnce ??= new ulong[MaxRemembered];
        ref var known = ref cameOnce[key.Mark % MaxRemembered];
        var hasCome = known == key.Mark;
        known = key.Mark;
        return hasCome;
    }

    // A plan was made: the document weighs more than when it came.
    private void Recharge(Entry entry)
    {
        lock (gate)
        {
            if (entry.Node is not null)
            {
                Bytes += entry.Recharge();
                MakeRoom();
            }
        }
    }

    private void MakeRoom()
    {
        while (Bytes > maxBytes && ring.Count > 0)
        {
            EvictOne();
        }
    }

    private void EvictOne()
    {
        while (true)
        {
            var node = hand ?? ring.First!; // Asked only while there are documents.
            hand = node.Next;
            if (node.Value.IsMarked)
            {
                node.Value.IsMarked = false;
                continue;
            }

            ring.Remove(node);
            node.Value.Node = null;
            entries.TryRemove(node.Value.Key, out _);
            Bytes -= node.Value.Bytes;
            return;
        }
    }

    private sealed class Entry(DocumentKey key, PreparedDocument document)
    {
        private volatile bool isMarked;

        internal DocumentKey Key { get; } = key;

        internal PreparedDocument Document { get; } = document;

        // Its place in the ring; null once it is evicted.
        internal LinkedListNode<Entry>? Node { get; set; }

        // As charged, which lags behind the document's own estimate.
        internal long Bytes { get; private set; }

        // The bytes that came on top.
        internal long Recharge()
        {
            var before = Bytes;
            Bytes = Document.EstimatedBytes;
            return Bytes - before;
        }

        internal bool IsMarked
        {
            get => isMarked;
            set => isMarked = value;
        }
    }
}
