using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Direct;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>What the index computes of one rule.</summary>
/// <param name="Plan">Its plan, if it has one.</param>
/// <param name="Scratch">Remaining credits with nothing achieved.</param>
/// <param name="IsLowerBound">Whether more than that may remain: the work allowed did not suffice.</param>
/// <param name="Worth">Its units, and what remains with each alone.</param>
internal sealed record PlannedRule(RoutePlan? Plan, int Scratch, bool IsLowerBound, PlannedUnit[] Worth)
{
    public static PlannedRule Of(UnitTable table, LazyRule rule, PlanScratch scratch)
    {
        if (rule.HasOtherCredit || RoutePlanCompiler.Compile(table, rule.Qualification.Rule) is not { } plan)
        {
            // Any unit may touch a rule with other credit, so it has no postings.
            var (least, isBound) = BySearch(table, rule);
            var listed = rule.HasOtherCredit ? [] : UnitsOf(rule);
            return new PlannedRule(null, least, isBound, [.. listed.Select(unit => new PlannedUnit(unit, Posting.NoPlan, RouteIndex.Unknown))]);
        }

        var fromNothing = PlanEvaluator.Remaining(plan, default, scratch);
        var (remaining, isLowerBound) = fromNothing.IsExact ? (fromNothing.Lower, false) : BySearch(table, rule);
        var units = plan.Units.Distinct().ToArray();
        var worth = new PlannedUnit[units.Length];
        foreach (var (index, unit) in units.Index())
        {
            var bits = plan.BitsOf(unit);
            var alone = PlanEvaluator.Remaining(plan, new PlanHoldings(bits), scratch, isLowerBound ? PlanEvaluator.Unreachable : remaining);
            worth[index] = new PlannedUnit(
                unit,
                UInt128.PopCount(bits) == 1 ? (short)(int)UInt128.TrailingZeroCount(bits) : Posting.SeveralBits,
                alone.IsExact ? alone.Lower : RouteIndex.Unknown);
        }

        return new PlannedRule(plan, remaining, isLowerBound, worth);
    }

    /// <summary>The units that a rule without a plan lists, by number.</summary>
    public static IEnumerable<int> UnitsOf(LazyRule rule) => Listed(rule.Qualification.Rule.Root).Distinct().Select(rule.Table.NumberOf);

    private static IEnumerable<UnitKey> Listed(RuleNode node) =>
        NodeUnits.AsWritten.Of(node).Concat((node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] }).SelectMany(Listed));

    private static (int Remaining, bool IsLowerBound) BySearch(UnitTable table, LazyRule rule)
    {
        var nobody = new LearnerUnits();
        nobody.Read(table, [], DateOnly.MinValue);
        var found = RuleSearch.Credits(rule, table, nobody, EvaluationScratch.OfThread, 0, PlanEvaluator.Unreachable);
        return (found.Lower, !found.IsExact);
    }
}

/// <summary>A unit of a rule: as in <see cref="Posting"/>.</summary>
internal readonly record struct PlannedUnit(int Unit, short Bit, int Alone);
