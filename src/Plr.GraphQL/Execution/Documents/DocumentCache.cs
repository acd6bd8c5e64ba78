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

            Bytes += document.EstimatedBytes;
            while (Bytes > maxBytes)
            {
                EvictOne();
            }

            // Behind the hand: the newcomer is looked at last.
            _ = hand is null ? ring.AddLast(entry) : ring.AddBefore(hand, entry);
        }
    }

    private void EvictOne()
    {
        while (true)
        {
            var node = hand ?? ring.First!; // The newcomer alone fits, so the ring is not empty.
            hand = node.Next;
            if (node.Value.IsMarked)
            {
                node.Value.IsMarked = false;
                continue;
            }

            ring.Remove(node);
            entries.TryRemove(node.Value.Key, out _);
            Bytes -= node.Value.Document.EstimatedBytes;
            return;
        }
    }

    private sealed class Entry(DocumentKey key, PreparedDocument document)
    {
        private volatile bool isMarked;

        internal DocumentKey Key { get; } = key;

        internal PreparedDocument Document { get; } = document;

        internal bool IsMarked
        {
            get => isMarked;
            set => isMarked = value;
        }
    }
}
