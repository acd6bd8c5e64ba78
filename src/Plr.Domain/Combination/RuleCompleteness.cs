namespace Plr.Domain.Combination;

/// <summary>Whether a rule is known whole.</summary>
public abstract record RuleCompleteness
{
    private RuleCompleteness()
    {
        // Closed: the two below are all there are.
    }

    /// <summary>Everything the rule says is in the tree.</summary>
    public sealed record Complete : RuleCompleteness;

    /// <summary>Something is missing, so no number may be computed from the tree.</summary>
    /// <param name="Reasons">What is missing, for people to read; at least one.</param>
    public sealed record Partial(IReadOnlyList<string> Reasons) : RuleCompleteness;
}
