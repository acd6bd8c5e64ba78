using Plr.Domain.Identifiers;
using Plr.Rules.Routes;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Catalogue.Routes;
using Plr.Subgraphs.Records.Progress;

namespace Plr.Subgraphs.Records.Routes;

/// <summary>Units that bring a learner's nearest routes closer, and what they are about: the values of <c>type NextBestUnits</c>.</summary>
public sealed class UnitSuggestions
{
    /// <summary>The most units of one answer.</summary>
    public const int MaxUnits = 50;

    /// <summary>How many units are answered when none is said.</summary>
    public const int DefaultUnits = 10;

    private readonly Evidence evidence;

    internal UnitSuggestions(RequestCatalogue catalogue, RankedPage nearest, Evidence evidence, int size, CancellationToken cancellationToken)
    {
        this.evidence = evidence;
        var best = NextBestUnits.Of(
            catalogue.Rules, evidence.Facts, catalogue.Today, [.. nearest.Items.Select(item => item.Qualification.Number.Value)], cancellationToken);
        Units =
        [
            .. best.Units
                .Select(found => catalogue.Name(found.Unit) is { } unit ? new UnitSuggestion(unit, found.RoutesCloser, found.RoutesCompleted, found.CreditsSaved) : null)
                .OfType<UnitSuggestion>()
                .Take(size),
        ];
        RoutesConsidered = best.RoutesConsidered;
        RulesVersion = nearest.RulesVersion;
    }

    /// <summary>Whose.</summary>
    public Uln Learner => evidence.Learner;

    /// <summary>The units, best first.</summary>
    public IReadOnlyList<UnitSuggestion> Units { get; }

    /// <summary>How many of the nearest routes were tried.</summary>
    public int RoutesConsidered { get; }

    /// <summary>The publication the rules come from.</summary>
    public string RulesVersion { get; }

    /// <summary>The moment the record was read at.</summary>
    public DateTimeOffset RecordAsOf => evidence.AsOf;
}
