using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Catalogue.Routes;
using Plr.Subgraphs.Records.Progress;

namespace Plr.Subgraphs.Records.Routes;

/// <summary>A qualification on a learner's ranking: the values of <c>type Route</c>.</summary>
/// <remarks>The ranking knows what remains. What counts where is worked out for the routes of the page alone, and only when a field asks.</remarks>
public sealed class LearnerRoute
{
    private readonly RequestCatalogue catalogue;
    private readonly RankedQualification ranked;
    private readonly Evidence evidence;
    private LearnerProgress? progress;

    internal LearnerRoute(RequestCatalogue catalogue, RankedQualification ranked, Evidence evidence) =>
        (this.catalogue, this.ranked, this.evidence) = (catalogue, ranked, evidence);

    /// <summary>Whose route.</summary>
    public Uln Learner => evidence.Learner;

    /// <summary>The qualification.</summary>
    public Qualification Qualification => ranked.Qualification;

    /// <summary>The fewest credits that would complete it; no more than that of a rule too complex.</summary>
    public int RemainingCredits => ranked.RemainingCredits;

    /// <summary>Whether more credits may remain: the rule needs more work than a ranking may spend.</summary>
    public bool IsLowerBound => ranked.IsLowerBound;

    /// <summary>How many fewer credits remain than with nothing achieved.</summary>
    public int CreditsSaved => ranked.CreditsSaved;

    /// <summary>Credits of the units held that count; null where the rule is too complex for a number.</summary>
    public int? CreditsTowards => Progress.CreditsTowards;

    /// <summary>How many of the units held count; null where the rule is too complex for a number.</summary>
    public int? CompletedUnits => Progress.CompletedUnits;

    /// <summary>The whole verdict.</summary>
    public LearnerProgress Progress => progress ??= new LearnerProgress(catalogue, Qualification, evidence);
}
