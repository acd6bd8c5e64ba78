using Plr.Rules.Evaluation;

namespace Plr.Subgraphs.Catalogue.Checks;

/// <summary>A group of a rule, and what counts there: the values of <c>type GroupVerdict</c> and <c>type GroupProgress</c>.</summary>
public sealed class GroupStanding
{
    internal GroupStanding(NodeVerdict verdict, string? name)
    {
        Verdict = verdict;
        Name = name;
    }

    /// <summary>The group's label within its rule.</summary>
    public string Label => Verdict.Node;

    /// <summary>The name people read; null where the specification gives none.</summary>
    public string? Name { get; }

    /// <summary>Whether what counts satisfies it; false for a group that was not chosen.</summary>
    public bool IsMet => Verdict.IsMet && Verdict.IsTaken;

    /// <summary>Whether the group takes part.</summary>
    public bool IsChosen => Verdict.IsTaken;

    /// <summary>Credits that count in it.</summary>
    public int Credits => Verdict.Credits;

    /// <summary>Units that count in it.</summary>
    public int Components => Verdict.Units;

    internal NodeVerdict Verdict { get; }
}
