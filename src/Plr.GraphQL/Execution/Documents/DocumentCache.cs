using System.Collections.Concurrent;

namespace Plr.GraphQL.Execution.Documents;

// Documents that passed validation, with their plans, bounded in bytes. Readers never wait; a newcomer evicts by CLOCK (second chance),
// which is constant time a document on average: each step of the hand either evicts or takes back a mark that a reader set.
internal sealed class DocumentCache(long maxBytes)
{
    private readonly ConcurrentDictionary<DocumentKey, Entry> entries = [];
    private readonly LinkedList<Entry> ring = [];
    private readonly Lock gate = new();
    private LinkedListNode<Entry>? hand;

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
