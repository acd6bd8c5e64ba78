using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Direct;
using Plr.Rules.Evaluation;
using Plr.Rules.Tests.Random;

namespace Plr.Rules.Tests.Direct;

/// <summary>Tables are built within a bound, and what they found within it is never wrong.</summary>
public sealed class TableWorkTests
{
    private static readonly DateOnly AsOf = new(2021, 1, 1);

    [Fact]
    [Trait("Limit", "EvaluationOptions.MaxSums")]
    public void Exactly_as_many_sums_as_a_rule_needs_are_enough_and_one_less_is_not()
    {
        var catalogue = Wide(units: 12, bars: 0);
        var (enough, tooLittle) = (EvaluationOptions.MaxSums, 0L);
        while (enough - tooLittle > 1)
        {
            var half = tooLittle + ((enough - tooLittle) / 2);
            (enough, tooLittle) = Run(catalogue, half).IsExact ? (half, tooLittle) : (enough, half);
        }

        Assert.InRange(enough, 1_000, 100_000_000);
        Assert.False(Run(catalogue, enough - 1).IsExact);
        Assert.True(Run(catalogue, enough).IsExact);
        Assert.Equal(Run(catalogue, long.MaxValue).Best, Run(catalogue, enough + 1).Best);
    }

    [Fact]
    public void Each_evaluation_may_spend_as_much_as_the_one_before()
    {
        var catalogue = Wide(units: 12, bars: 0);
        var (learner, search) = (new LearnerUnits(), new DirectSearch(maxSums: 2_000_000));
        learner.Read(catalogue.Table, [], AsOf);
        for (var evaluation = 0; evaluation < 20; evaluation++)
        {
            search.Run(catalogue.Find("Q")!.Layout, learner);
            Assert.True(search.IsExact);
        }
    }

    [Fact] // A level minimum over parts with maxima makes wide tables, and bars make them be built again and again: a minute, once.
    public void Bars_do_not_multiply_the_work_of_wide_tables()
    {
        var catalogue = Wide(units: 40, bars: 10);
        var free = Run(catalogue, long.MaxValue);
        var bounded = Run(catalogue, maxSums: 20_000_000);
        Assert.True(free.Builds > bounded.Builds, $"{free.Builds} builds without the bound, {bounded.Builds} with it");
        Assert.False(bounded.IsExact);
        Assert.True(bounded.Lower <= free.Lower);
    }

    [Fact]
    public void Whatever_is_allowed_the_truth_lies_between_the_bounds() => RandomCases.Hold(RandomCases.Count / 10, seed =>
    {
        var small = SmallCases.Make(seed);
        var catalogue = CompiledCatalogue.Compile(small.Units, small.Equivalences, [new QualificationRule("Q", small.Rule)]);
        if (catalogue.Find("Q") is not { Layout.FitsTables: true } rule)
        {
            return null;
        }

        var learner = new LearnerUnits();
        learner.Read(catalogue.Table, small.Achieved, small.AsOf);
        var free = Search(rule, learner, long.MaxValue);
        var bounded = Search(rule, learner, new System.Random(seed).Next(1, 20_000));
        return bounded.Lower > free.Best || bounded.Best < free.Lower ? $"{free.Lower} to {free.Best} became {bounded.Lower} to {bounded.Best}" : null;
    });

    private static DirectSearch Run(CompiledCatalogue catalogue, long maxSums)
    {
        var learner = new LearnerUnits();
        learner.Read(catalogue.Table, [], AsOf);
        return Search(catalogue.Find("Q")!, learner, maxSums);
    }

    private static DirectSearch Search(LazyRule rule, LearnerUnits learner, long maxSums)
    {
        var search = new DirectSearch(maxSums);
        search.Run(rule.Layout, learner);
        return search;
    }

    // Three parts, each with a maximum a little above its share of the whole, and most of the whole at or above a level.
    private static CompiledCatalogue Wide(int units, int bars)
    {
        var random = new System.Random(1);
        List<CatalogueUnit> all = [.. Enumerable.Range(0, units * 3).Select(index => new CatalogueUnit
        {
            Key = $"U{index}", Credits = 1 + random.Next(10), Level = random.Next(1, 5), GuidedLearningHours = 1 + random.Next(9),
        })];
        var whole = all.Sum(unit => unit.Credits) / 2;
        var rule = new RuleOfCombination
        {
            Root = new RuleNode.Group
            {
                Id = "R",
                Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = whole }, new Bound { Measure = BoundMeasure.Credits, Min = whole * 6 / 10, MinLevel = 3 }],
                Nodes =
                [
                    .. Enumerable.Range(0, 3).Select(part => new RuleNode.Pool
                    {
                        Id = $"P{part}",
                        Units = [.. all.Skip(part * units).Take(units).Select(unit => unit.Key)],
                        Bounds = [new Bound { Measure = BoundMeasure.Credits, Max = whole / 3 * 13 / 10 }],
                    }),
                ],
            },
            Bars = [.. Enumerable.Range(0, bars).Select(_ => new Bar([.. Enumerable.Range(0, 4).Select(_ => all[random.Next(all.Count)].Key).Distinct()]))],
        };
        return CompiledCatalogue.Compile(all, [], [new QualificationRule("Q", rule)]);
    }
}
