namespace Plr.Rules.Evaluation;

/// <summary>How much work one evaluation may be.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The usual options.</summary>
    public static EvaluationOptions Default { get; } = new();

    /// <summary>
    /// The most partial allocations that are looked at. Past it the answer is <c>RULE_TOO_COMPLEX</c> with a lower and an
    /// upper bound. The default takes seconds and some hundred megabytes; real rules need a few hundred.
    /// </summary>
    public int MaxStates { get; init; } = 4_000_000;
}
