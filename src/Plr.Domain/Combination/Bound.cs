namespace Plr.Domain.Combination;

/// <summary>One limit on what is counted below a node: the sum of a measure over the counted units that pass the filters.</summary>
/// <remarks>
/// Filters that are null let every unit pass. Levels are Entry 1 = -2, Entry 2 = -1, Entry 3 = 0, Level 1 = 1 to Level 8 = 8,
/// inclusive. A bound may carry any of minimum, maximum and share. Format and meaning:
/// <c>schema/rta-exchange.md</c>, "Bound".
/// </remarks>
public sealed record Bound
{
    /// <summary>What is added up.</summary>
    public required BoundMeasure Measure { get; init; }

    /// <summary>The sum may not be smaller; null for no minimum.</summary>
    public int? Min { get; init; }

    /// <summary>The sum may not be larger (what is over is not counted; it disqualifies nobody); null for no maximum.</summary>
    public int? Max { get; init; }

    /// <summary>Only units at this level or above; null for any.</summary>
    public int? MinLevel { get; init; }

    /// <summary>Only units at this level or below; null for any.</summary>
    public int? MaxLevel { get; init; }

    /// <summary>Only units counted through one of these sources; null for any.</summary>
    public IReadOnlyList<CreditSource>? Sources { get; init; }

    /// <summary>Only these units; null for any.</summary>
    public IReadOnlyList<UnitKey>? Units { get; init; }

    /// <summary>The filtered sum is at least this share of the unfiltered sum; null for no share.</summary>
    public Share? MinShare { get; init; }

    /// <summary>Whether every counted unit below the node is added.</summary>
    public bool IsUnfiltered => MinLevel is null && MaxLevel is null && Sources is null && Units is null;
}
