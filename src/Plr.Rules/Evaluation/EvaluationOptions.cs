namespace Plr.Rules.Evaluation;

/// <summary>How much work one evaluation may be.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The usual options.</summary>
    public static EvaluationOptions Default { get; } = new();

    /// <summary>Sums and conditions of a rule that make looking at one of its partial allocations count once more.</summary>
    public const int SumsOfAState = 32;

    /// <summary>
    /// The most partial allocations that are looked at, each counted once and once more for every <see cref="SumsOfAState"/> sums and
    /// conditions. Past it the answer is <c>RULE_TOO_COMPLEX</c> with a lower and, if an allocation was found, an upper bound. The default
    /// takes seconds and some hundred megabytes; real rules need a few hundred.
    /// </summary>
    public int MaxStates { get; init; } = 4_000_000;

    /// <summary>
    /// The most sums that tables reckon for one evaluation, each counted for every way that leads to it. Past it the search that
    /// <see cref="MaxStates"/> bounds goes on from what they found. They take a second or two; the slowest hundredth of a nation's
    /// rules needs a few hundred thousand.
    /// </summary>
    public const long MaxSums = 64_000_000_000;
}
