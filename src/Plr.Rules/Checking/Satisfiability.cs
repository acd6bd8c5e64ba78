using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Checking;

/// <summary>Asks the exact evaluator whether anybody could meet a rule: somebody who may take every unit, and hold it from every source that a limit names.</summary>
internal sealed class Satisfiability(IReadOnlyDictionary<UnitKey, CatalogueUnit> units)
{
    /// <summary>How many units all questions about one rule may look at together; a real rule needs a few thousand.</summary>
    public const int MaxUnitsAsked = 200_000;

    // Real rules need a few hundred; many questions are asked of each.
    private static readonly EvaluationOptions Bounded = new() { MaxStates = 200_000 };

    private int asked;

    /// <summary>Whether no more is answered, because the questions before took all the work allowed.</summary>
    public bool IsSpent => asked > MaxUnitsAsked;

    /// <summary>The verdict on the rule without one unit, or with all; status <see cref="VerdictStatus.RuleTooComplex"/> if it can't be told.</summary>
    public Verdict Of(RuleOfCombination rule, UnitKey? without = null)
    {
        if (IsSpent)
        {
            return new Verdict { Qualification = "rule", Status = VerdictStatus.RuleTooComplex };
        }

        var named = rule.Overlays.Prepend(rule.Root).SelectMany(CheckedRule.ListedBelow)
            .Concat(rule.Bars.SelectMany(bar => bar.Units))
            .Concat(rule.Requires.SelectMany(need => need.AnyOf.Append(need.If)))
            .Concat(rule.Overlays.Prepend(rule.Root).SelectMany(FilteredUnits))
            .Distinct().Where(units.ContainsKey).ToList();
        asked += named.Count;
        var offered = named.Select(key => units[key] with { IsAvailable = key != without }).ToList();
        var sources = rule.Overlays.Prepend(rule.Root).SelectMany(Sources).Where(source => source != CreditSource.Fresh).Distinct().ToList();
        var held = named.Where(key => key != without).SelectMany(key => sources.Select(source => new AchievedUnit { Unit = key, Source = source })).ToList();
        var timeless = rule with { MaxAgeMonths = null, MaxAges = [], Completeness = new RuleCompleteness.Complete() };
        var catalogue = CompiledCatalogue.Compile(offered, [], [new QualificationRule("rule", timeless)]);
        return Evaluator.Evaluate(catalogue, "rule", held, DateOnly.MinValue, Bounded)
            ?? throw new InvalidOperationException("a rule is asked about only after it was validated");
    }

    private static IEnumerable<RuleNode> Below(RuleNode node) => CheckedRule.ChildrenOf(node).SelectMany(Below).Prepend(node);

    private static IEnumerable<UnitKey> FilteredUnits(RuleNode tree) => Below(tree).SelectMany(node => node.Bounds).SelectMany(bound => bound.Units ?? []);

    private static IEnumerable<CreditSource> Sources(RuleNode tree) => Below(tree).SelectMany(node => node.Bounds).SelectMany(bound => bound.Sources ?? []);
}
