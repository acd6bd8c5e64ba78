using System.Diagnostics;

namespace Plr.GraphQL.Execution;

/// <summary>What the requests of one batch may take together: as much as one request alone. Not for several threads.</summary>
public sealed class RequestBudget
{
    private readonly ExecutionOptions options;
    private readonly long start = Stopwatch.GetTimestamp();
    private long nodes;
    private long bytes;

    internal RequestBudget(ExecutionOptions options) => this.options = options;

    // Not below nothing.
    internal TimeSpan TimeLeft
    {
        get
        {
            var left = options.ExecutionTimeout - Stopwatch.GetElapsedTime(start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    // False when the nodes of this request are more than the others have left.
    internal bool TryTakeNodes(long count) => (nodes += count) <= options.MaxResponseNodes;

    internal bool TryTakeBytes(long count) => (bytes += count) <= options.MaxResponseBytes;
}
