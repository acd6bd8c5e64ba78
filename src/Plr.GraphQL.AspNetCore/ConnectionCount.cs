using Plr.GraphQL.AspNetCore.Observation;

namespace Plr.GraphQL.AspNetCore;

/// <summary>How many sockets or event streams each client has open, or how many operations it runs over them.</summary>
/// <param name="metrics">Where connections are counted for operators; null if not there.</param>
internal sealed class ConnectionCount(int maxPerClient, HttpMetrics? metrics = null, string kind = "")
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);

    /// <summary>False when the client has as many as it may.</summary>
    public bool TryAdd(string client)
    {
        lock (gate)
        {
            var count = open.GetValueOrDefault(client);
            if (count >= maxPerClient)
            {
                return false;
            }

            open[client] = count + 1;
        }

        metrics?.CountConnection(kind, 1);
        return true;
    }

    public void Remove(string client)
    {
        lock (gate)
        {
            // One that has none left is forgotten, so that strangers do not fill the memory.
            if (--open[client] == 0)
            {
                open.Remove(client);
            }
        }

        metrics?.CountConnection(kind, -1);
    }
}
