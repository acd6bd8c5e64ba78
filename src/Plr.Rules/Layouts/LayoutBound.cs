using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Layouts;

/// <summary>A bound of a node, bounds of the same sum made one: the sum ends between <see cref="Min"/> and <see cref="Max"/>.</summary>
/// <remarks>A share of p/q is the sum of q times the filtered less p times the unfiltered measure, at least 0.</remarks>
internal sealed class LayoutBound
{
    public required int Node { get; init; }

    public required BoundMeasure Measure { get; init; }

    public int Min { get; init; } = Constraint.NoMin;

    public int Max { get; init; } = Constraint.NoMax;

    public Share? Share { get; init; }

    /// <summary>Which slots of the node pass the filters of level and listed units, counted from the node's first; null for all.</summary>
    public required bool[]? Passing { get; init; }

    /// <summary>Bit n is set if credit source n passes.</summary>
    public required int SourceMask { get; init; }

    /// <summary>Whether it is an unfiltered sum of credits, which sees clips.</summary>
    public required bool SeesClips { get; init; }

    public required Bound Source { get; init; }

    /// <summary>Whether the tables of costs keep this bound; others are looked at when an allocation is found.</summary>
    public bool IsHeld { get; set; }

    public bool HasMin => Min != Constraint.NoMin;

    public bool HasMax => Max != Constraint.NoMax;

    public bool HasAllSources => SourceMask == RuleLayout.AllSources;

    /// <summary>Whether a slot adds to the sum when it is filled from a source.</summary>
    /// <param name="place">The slot, counted from the node's first.</param>
    public bool Passes(int place, CreditSource source) => Passing?[place] != false && (SourceMask >> (int)source & 1) != 0;

    /// <summary>What a filled slot adds.</summary>
    public int Contribution(in LayoutSlot slot, int place, CreditSource source)
    {
        var measure = Measure switch { BoundMeasure.Credits => slot.Credits, BoundMeasure.Units => 1, _ => slot.Hours };
        var passes = Passes(place, source);
        return Share is null
            ? (passes ? measure : 0)
            : (passes ? (Share.Denominator - Share.Numerator) * measure : -Share.Numerator * measure);
    }
}
