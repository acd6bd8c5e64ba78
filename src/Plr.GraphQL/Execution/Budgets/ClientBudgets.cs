using System.Collections.Concurrent;

namespace Plr.GraphQL.Execution.Budgets;

// The budgets of all clients, as many as are remembered.
internal sealed class ClientBudgets(CostBudgetOptions options)
{
    // Looking through all of them for each newcomer would be an attack of its own.
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, TokenBucket> buckets = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly TokenBucket shared = new(options);
    private int count;
    private long? sweptAt;

    internal int Count => count;

    // Takes the cost from the client's budget, if it is there. Unspent cost goes back to the bucket.
    internal BudgetReading Take(string client, double cost, out TokenBucket bucket)
    {
        while (true)
        {
            bucket = Of(client);
            if (bucket.TryTake(cost) is { } reading)
            {
                return reading;
            }
        }
    }

    private TokenBucket Of(string client)
    {
        if (buckets.TryGetValue(client, out var known))
        {
            return known;
        }

        lock (gate)
        {
            if (buckets.TryGetValue(client, out known))
            {
                return known;
            }

            if (count >= options.MaxClients)
            {
                ForgetRestored();
            }

            if (count >= options.MaxClients)
            {
                return shared;
            }

            count++;
            return buckets[client] = new TokenBucket(options);
        }
    }

    private void ForgetRestored()
    {
        if (sweptAt is { } last && options.Time.GetElapsedTime(last) < BetweenSweeps)
        {
            return;
        }

        sweptAt = options.Time.GetTimestamp();
        foreach (var (client, bucket) in buckets)
        {
            if (bucket.TryRetire() && buckets.TryRemove(client, out _))
            {
                count--;
            }
        }
    }
}
