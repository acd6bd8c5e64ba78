using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Routes;

/// <summary>A qualification in the index.</summary>
internal sealed class RouteEntry(LazyRule rule, RoutePlan? plan, int scratch)
{
    public LazyRule Rule => rule;

    public string Number => rule.Number;

    /// <summary>The fast form; null if the rule needs the general search.</summary>
    public RoutePlan? Plan => plan;

    /// <summary>Remaining credits with nothing achieved; <see cref="PlanEvaluator.Unreachable"/> if there is no way.</summary>
    public int Scratch => scratch;

    /// <summary>Whether ages or other uses may make an achievement void here.</summary>
    public bool HasConditions { get; } =
        rule.Qualification.Rule is { MaxAgeMonths: not null } or { MaxAges.Count: > 0 } or { ExcludeUsedIn.Count: > 0 };

    public RuleOfCombination Source => rule.Qualification.Rule;
}
