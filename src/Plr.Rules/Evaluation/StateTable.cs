namespace Plr.Rules.Evaluation;

/// <summary>The distinct states that wait at one step, each with its least cost and where it came from.</summary>
internal sealed class StateTable(int width)
{
    private const int FirstCapacity = 16;

    private int[] buckets = new int[FirstCapacity * 2];
    private int[] lanes = new int[FirstCapacity * width];

    public int Count { get; private set; }

    public long[] Costs { get; private set; } = new long[FirstCapacity];

    /// <summary>Cost plus what is certain to come: a lower bound for every completion of the state.</summary>
    public long[] Bounds { get; private set; } = new long[FirstCapacity];

    public int[] Parents { get; private set; } = new int[FirstCapacity];

    public int[] Choices { get; private set; } = new int[FirstCapacity];

    public ReadOnlySpan<int> Lanes(int state) => lanes.AsSpan(state * width, width);

    public void Clear()
    {
        Count = 0;
        Array.Clear(buckets);
    }

    /// <summary>Adds a state, or improves the one with the same lanes if this is strictly cheaper.</summary>
    public void Add(ReadOnlySpan<int> state, long cost, long bound, int parent, int choice)
    {
        var mask = buckets.Length - 1;
        var bucket = Hash(state) & mask;
        for (; buckets[bucket] != 0; bucket = (bucket + 1) & mask)
        {
            var found = buckets[bucket] - 1;
            if (Lanes(found).SequenceEqual(state))
            {
                if (cost < Costs[found])
                {
                    (Costs[found], Bounds[found], Parents[found], Choices[found]) = (cost, bound, parent, choice);
                }

                return;
            }
        }

        if (Count == Costs.Length)
        {
            Grow();
            Add(state, cost, bound, parent, choice);
            return;
        }

        state.CopyTo(lanes.AsSpan(Count * width));
        (Costs[Count], Bounds[Count], Parents[Count], Choices[Count]) = (cost, bound, parent, choice);
        buckets[bucket] = ++Count;
    }

    private void Grow()
    {
        var capacity = Costs.Length * 2;
        var (costs, bounds, parents, choices) = (Costs, Bounds, Parents, Choices);
        Array.Resize(ref costs, capacity);
        Array.Resize(ref bounds, capacity);
        Array.Resize(ref parents, capacity);
        Array.Resize(ref choices, capacity);
        Array.Resize(ref lanes, capacity * width);
        (Costs, Bounds, Parents, Choices) = (costs, bounds, parents, choices);
        buckets = new int[capacity * 2];
        for (var state = 0; state < Count; state++)
        {
            var bucket = Hash(Lanes(state)) & (buckets.Length - 1);
            while (buckets[bucket] != 0)
            {
                bucket = (bucket + 1) & (buckets.Length - 1);
            }

            buckets[bucket] = state + 1;
        }
    }

    private static int Hash(ReadOnlySpan<int> state)
    {
        unchecked
        {
            var hash = 0x9E3779B97F4A7C15UL;
            foreach (var lane in state)
            {
                hash = (hash ^ (uint)lane) * 0xD6E8FEB86659FD93UL;
                hash ^= hash >> 32;
            }

            return (int)(hash >> 8) & int.MaxValue;
        }
    }
}
