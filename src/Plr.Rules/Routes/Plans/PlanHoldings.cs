using Plr.Domain.Combination;

namespace Plr.Rules.Routes.Plans;

/// <summary>What a learner has of a plan's listings.</summary>
/// <param name="Have">Listings that an achievement can fill.</param>
/// <param name="Transfer">Those of them that come from credit transfer; known only for plans in which sources matter, like the next two.</param>
/// <param name="PriorLearning">Those from prior learning.</param>
/// <param name="Exemption">Those from exemption.</param>
internal readonly record struct PlanHoldings(UInt128 Have, UInt128 Transfer = default, UInt128 PriorLearning = default, UInt128 Exemption = default)
{
    /// <summary>Where a listing's credit comes from.</summary>
    public CreditSource SourceOf(int bit) =>
        (Have >> bit & 1) == 0 ? CreditSource.Fresh
        : (Transfer >> bit & 1) != 0 ? CreditSource.Transfer
        : (PriorLearning >> bit & 1) != 0 ? CreditSource.PriorLearning
        : (Exemption >> bit & 1) != 0 ? CreditSource.Exemption
        : CreditSource.Own;
}
