using Plr.Domain.Catalogue;
using Plr.Subgraphs.Catalogue.Checks;

namespace Plr.Subgraphs.Catalogue.Routes;

/// <summary>A qualification on a ranking for units that are nobody's in particular: the values of <c>type RouteFromUnits</c>.</summary>
/// <remarks>What counts where is worked out for the routes of the page alone, and only when a field asks.</remarks>
public sealed class RouteFromUnits
{
    private readonly RequestCatalogue catalogue;
    private readonly RankedQualification ranked;
    private readonly IReadOnlyList<Unit> units;
    private RuleCheck? check;

    internal RouteFromUnits(RequestCatalogue catalogue, RankedQualification ranked, IReadOnlyList<Unit> units) =>
        (this.catalogue, this.ranked, this.units) = (catalogue, ranked, units);

    /// <summary>The qualification.</summary>
    public Qualification Qualification => ranked.Qualification;

    /// <summary>The fewest credits that would complete it; no more than that of a rule too complex.</summary>
    public int RemainingCredits => ranked.RemainingCredits;

    /// <summary>Whether more credits may remain: the rule needs more work than a ranking may spend.</summary>
    public bool IsLowerBound => ranked.IsLowerBound;

    /// <summary>How many fewer credits remain than with no units.</summary>
    public int CreditsSaved => ranked.CreditsSaved;

    /// <summary>Credits of the units that count; null where the rule is too complex for a number.</summary>
    public int? CreditsTowards => Check.CreditsTowards;

    /// <summary>How many of the units count; null where the rule is too complex for a number.</summary>
    public int? CompletedUnits => Check.CompletedUnits;

    /// <summary>The whole verdict.</summary>
    public RuleCheck Check => check ??= new RuleCheck(catalogue, Qualification, units);
}
