using System.Diagnostics;

namespace Plr.GraphQL.Execution;

/// <summary>What the requests of one batch may take together: as much as one request alone. Not for several threads.</summary>
public sealed class RequestBudget
{
    // A timer may ring so much early, which is no time for another request.
    private static readonly TimeSpan TimerTick = TimeSpan.FromMilliseconds(16);

    private readonly GraphQLServerOptions options;
    private readonly long start = Stopwatch.GetTimestamp();
    private decimal types;
    private long bytes;

    internal RequestBudget(GraphQLServerOptions options) => this.options = options;

    // Not below nothing.
    internal TimeSpan TimeLeft
    {
        get
        {
            var left = options.Execution.ExecutionTimeout - Stopwatch.GetElapsedTime(start);
            return left > TimerTick ? left : TimeSpan.Zero;
        }
    }

    // False when the type cost of this request is more than the others have left.
    internal bool TryTakeTypes(decimal cost) => (types += cost) <= options.Cost.MaxTypeCost;

    internal bool TryTakeBytes(long count) => (bytes += count) <= options.Execution.MaxResponseBytes;
}
