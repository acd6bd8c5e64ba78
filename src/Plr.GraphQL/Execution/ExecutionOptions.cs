using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Execution;

/// <summary>The limits of execution. Every limit is inclusive: exactly so many pass.</summary>
public sealed class ExecutionOptions
{
    /// <summary>False only warns in the log where the input passes a limit, so that limits can be tried before they hold; what is past ten
    /// times of it is refused all the same. The limits on responses, time and concurrency always hold: they keep the process alive.</summary>
    public bool EnforceInputLimits { get; set; } = true;

    /// <summary>Bytes of the variables' JSON; past it <see cref="ErrorCodes.LimitVariablesBytes"/>.</summary>
    public int MaxVariablesBytes { get; set; } = 1_048_576;

    /// <summary>Values in the variables' JSON, each object, list, number, text, flag and null; past it <see cref="ErrorCodes.LimitInputNodes"/>.
    /// A batch of 1,000 achievements has about 12,000.</summary>
    public int MaxInputNodes { get; set; } = 20_000;

    /// <summary>Items of one list in an argument or variable; past it <see cref="ErrorCodes.LimitInputList"/>.</summary>
    public int MaxInputListSize { get; set; } = 10_000;

    /// <summary>Bytes of one response; past it <see cref="ErrorCodes.LimitResponseBytes"/>.</summary>
    public int MaxResponseBytes { get; set; } = 5_242_880;

    /// <summary>Entries of <c>errors</c>; those past it are left out and counted in one last entry, <see cref="ErrorCodes.LimitErrors"/>.</summary>
    public int MaxErrors { get; set; } = 100;

    /// <summary>How long one request may execute; past it <see cref="ErrorCodes.ExecutionTimeout"/>.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long resolvers that were told to stop are waited for before their request is given up.</summary>
    public TimeSpan CancellationGrace { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a resolver that waits neither for a loader nor for itself alone is waited for before the loaders go ahead
    /// without it. It is a net under a mistake (see <see cref="DataLoading.BatchScheduler"/>), and it is logged.</summary>
    public TimeSpan StallLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Requests that execute at once; past it <see cref="ErrorCodes.LimitConcurrentExecutions"/>.</summary>
    public int MaxConcurrentExecutions { get; set; } = 1_024;

    /// <summary>Parts of one response that may be deferred or streamed, counted as objects and lists, not as directives; past it
    /// <see cref="ErrorCodes.LimitPendingResults"/>.</summary>
    public int MaxPendingResults { get; set; } = 1_000;

    /// <summary>Items of a streamed list that come in one response at most.</summary>
    public int MaxStreamedItems { get; set; } = 50;

    /// <summary>Subscriptions that are open at once, over all transports; past it <see cref="ErrorCodes.LimitSubscriptions"/>.</summary>
    public int MaxSubscriptions { get; set; } = 10_000;

    /// <summary>Bytes, as estimated, of documents and plans kept for the next request of the same document. Once they are nearly full, a
    /// document is kept from its second coming on.</summary>
    public long DocumentCacheBytes { get; set; } = 67_108_864;

    /// <summary>Where codes are explained, such as <c>/errors/</c>: with it each error has <c>extensions.documentation</c>. Null: none.</summary>
    public string? ErrorDocumentation { get; set; }

    internal int CeilingOf(int inputLimit) => SoftLimit.Ceiling(inputLimit, EnforceInputLimits);
}
