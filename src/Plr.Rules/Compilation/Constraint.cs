using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>A bound of a node, ready to be added up: the sum has to end between <see cref="Min"/> and <see cref="Max"/>.</summary>
/// <remarks>A share of p/q is the sum of q times the filtered less p times the unfiltered measure, at least 0.</remarks>
internal sealed class Constraint
{
    public const int NoMin = int.MinValue;
    public const int NoMax = int.MaxValue;

    public required int Index { get; init; }

    public required int Node { get; init; }

    /// <summary>Position of the sum in a search state.</summary>
    public required int Lane { get; init; }

    public required BoundMeasure Measure { get; init; }

    public int Min { get; init; } = NoMin;

    public int Max { get; init; } = NoMax;

    public Share? Share { get; init; }

    /// <summary>Which units of the rule pass the filters of level and listed units.</summary>
    public required bool[] PassingUnits { get; init; }

    /// <summary>Bit n is set if credit source n passes.</summary>
    public required int SourceMask { get; init; }

    /// <summary>Whether it is an unfiltered sum of credits, which sees clips.</summary>
    public required bool SeesClips { get; init; }

    /// <summary>The bound as written; null for one that the compiler made.</summary>
    public Bound? Source { get; init; }

    /// <summary>Clip lanes of nodes strictly below, whose values will be added here when they close.</summary>
    public List<(int Lane, int Clip)> Feeders { get; } = [];

    public bool HasMin => Min != NoMin;

    public bool HasMax => Max != NoMax;

    /// <summary>What a unit adds when it is counted from a source.</summary>
    public int Contribution(int unit, int measure, CreditSource source)
    {
        var passes = PassingUnits[unit] && (SourceMask >> (int)source & 1) != 0;
        return Share is null
            ? (passes ? measure : 0)
            : (passes ? (Share.Denominator - Share.Numerator) * measure : -Share.Numerator * measure);
    }
}
