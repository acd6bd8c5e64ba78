using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes;

namespace Plr.Rules.Tests.OtherCredit;

/// <summary>Groups of other credit over many units: what the random cases are too small for, and what their answers say.</summary>
public sealed class OtherCreditTests
{
    private static readonly DateOnly AsOf = new(2020, 1, 31);

    // 4,000 units on offer: credits 2 to 9 and levels 0 to 4 in turn, hours 10 to 106, four sectors.
    private static readonly CatalogueUnit[] Many =
    [
        .. Enumerable.Range(0, 4_000).Select(index => new CatalogueUnit
        {
            Key = $"M{index:0000}", Credits = 2 + index % 8, Level = index / 8 % 5, GuidedLearningHours = 10 + index * 7 % 97, Sectors = [$"{1 + index % 4}.{index % 3}"],
        }),
    ];

    [Fact]
    public void The_least_credits_then_units_then_hours_of_the_whole_catalogue_are_found()
    {
        var verdict = Evaluate(Many, new RuleNode.OtherCredit { Id = "O", MinLevel = 3, Sectors = ["2"], Bounds = [Credits(24)] });
        Assert.Equal((24, 4), (verdict.Remaining!.Value.Credits, verdict.Remaining.Value.Units)); // 7 + 7 + 5 + 5, 9 + 9 + 3 + 3 and the like.
        Assert.All(verdict.Counted, unit => Assert.Equal((true, true), (unit.Level >= 3, unit.Node == "O" && unit.IsFresh)));
        Assert.Equal(LeastHours(24, 4, [.. Many.Where(unit => unit.Level >= 3 && unit.Sectors[0][0] == '2')]), verdict.Remaining.Value.GuidedLearningHours);
    }

    [Fact]
    public void Below_clips_more_units_are_needed_than_their_credits_say()
    {
        CatalogueUnit[] units = [.. Enumerable.Range(0, 5).Select(index => new CatalogueUnit { Key = $"U{index}", Credits = 10, Level = 2, GuidedLearningHours = index })];
        var root = new RuleNode.Group
        {
            Id = "R", Bounds = [Credits(3)],
            Nodes = [.. Enumerable.Range(0, 3).Select(index => new RuleNode.Group { Id = $"G{index}", Clip = 1, Nodes = [new RuleNode.OtherCredit { Id = $"O{index}" }] })],
        };
        Assert.Equal(new RemainingWork(30, 3, 0 + 1 + 2), Evaluate(units, root).Remaining);
    }

    [Fact]
    public void An_achievement_too_old_for_the_group_may_count_elsewhere_and_says_so_where_it_does_not()
    {
        CatalogueUnit[] units = [.. "AB".Select(name => new CatalogueUnit { Key = name.ToString(), Credits = 5, Level = 2, IsAvailable = false })];
        AchievedUnit[] achieved = [new() { Unit = "A", Awarded = AsOf.AddMonths(-25) }, new() { Unit = "B", Awarded = AsOf.AddMonths(-25) }];
        var other = new RuleNode.OtherCredit { Id = "O", AchievedWithinMonths = 24 };
        var verdict = Evaluate(units, new RuleNode.Group { Id = "R", Nodes = [new RuleNode.Pool { Id = "P", Units = ["A"] }, other] }, achieved);
        Assert.Equal("A", Assert.Single(verdict.Counted).Unit.Value);
        Assert.Equal((NotCountedReason.TooOld, "O"), (Assert.Single(verdict.NotCounted).Reason, verdict.NotCounted[0].Node));
        Assert.Equal(2, Evaluate(units, new RuleNode.Group { Id = "R", Nodes = [other with { AchievedWithinMonths = 25 }] }, achieved).Counted.Count);
    }

    [Fact]
    public void A_sector_takes_in_its_parts_and_nothing_that_only_looks_like_it()
    {
        CatalogueUnit[] units = [.. new[] { "1", "1.2", "11", "2" }.Select(sector => new CatalogueUnit { Key = $"S{sector}", Credits = 1, Level = 1, Sectors = [sector] })];
        AchievedUnit[] all = [.. units.Select(unit => new AchievedUnit { Unit = unit.Key })];
        var verdict = Evaluate(units, new RuleNode.OtherCredit { Id = "O", Sectors = ["1"] }, all);
        Assert.Equal(["S1", "S1.2"], verdict.Counted.Select(unit => unit.Unit.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_share_may_ask_for_more_units_than_any_minimum()
    {
        var own = new CatalogueUnit { Key = "OWN", Credits = 40, Level = 2, IsAvailable = false };
        var root = new RuleNode.Group
        {
            Id = "R",
            Bounds = [new Bound { Measure = BoundMeasure.Credits, Sources = [CreditSource.Fresh], MinShare = new Share(1, 2) }],
            Nodes = [new RuleNode.All { Id = "A", Units = ["OWN"] }, new RuleNode.OtherCredit { Id = "O", MaxLevel = 0 }],
        };
        CatalogueUnit[] units = [own, .. Many.Where(unit => unit.Credits == 2)];
        Assert.Equal((40, 20), Pair(Evaluate(units, root, [new AchievedUnit { Unit = "OWN" }])));
    }

    [Fact]
    public void What_can_not_be_proved_within_the_bound_is_too_complex_and_never_wrong()
    {
        // Whoever wants many hours could need any of the units: no kind stands for another.
        CatalogueUnit[] units = [.. Enumerable.Range(0, 6_000).Select(index => new CatalogueUnit { Key = $"H{index}", Credits = 1, Level = 1, GuidedLearningHours = index })];
        var verdict = Evaluate(units, new RuleNode.OtherCredit { Id = "O", Bounds = [new Bound { Measure = BoundMeasure.GuidedLearningHours, Min = 50_000 }] });
        Assert.Equal((VerdictStatus.RuleTooComplex, null), (verdict.Status, verdict.Remaining));
        Assert.True(verdict.AtLeast!.Value.Credits <= 9, $"9 credits suffice, and {verdict.AtLeast} are said to be needed");
    }

    [Fact]
    public void The_ranking_has_such_qualifications_with_the_values_of_their_own_evaluation()
    {
        QualificationRule[] rules =
        [
            .. Enumerable.Range(0, 5).Select(index => new QualificationRule($"Q{index}", new RuleOfCombination
            {
                Root = new RuleNode.Group
                {
                    Id = "R", Bounds = [Credits(20 + index)],
                    Nodes = [new RuleNode.All { Id = "M", Units = ["M0001"] }, new RuleNode.OtherCredit { Id = "O", MinLevel = index, AchievedWithinMonths = 36 }],
                },
            })),
        ];
        var engine = new RulesEngine(CompiledCatalogue.Compile(Many, [new UnitEquivalence("M0000", "M0033")], rules), "v1");
        AchievedUnit[] achieved = [.. new[] { 0, 9, 18, 39, 3_999 }.Select(index => new AchievedUnit { Unit = Many[index].Key, Awarded = AsOf.AddMonths(-index) })];
        foreach (var learner in new[] { achieved, [], achieved[..1] })
        {
            var page = engine.Routes(learner, AsOf, null, 10).Items;
            Assert.Equal(5, page.Count);
            Assert.All(page, route => Assert.Equal(Evaluator.Evaluate(engine.Catalogue, route.Qualification, learner, AsOf)!.Remaining!.Value.Credits, route.RemainingCredits));
        }
    }

    [Fact]
    public void The_next_best_units_of_such_a_route_are_those_that_complete_it_soonest()
    {
        var rule = new RuleOfCombination { Root = new RuleNode.OtherCredit { Id = "O", MinLevel = 3, Bounds = [Credits(10)] } };
        var engine = new RulesEngine(CompiledCatalogue.Compile(Many, [], [new QualificationRule("Q", rule)]), "v1");
        var completion = engine.Progress([], "Q", AsOf)!.Verdict.ShortestCompletion.Select(unit => unit.Unit);
        Assert.Equal(completion.Order(), NextBestUnits.Of(engine, [], AsOf, ["Q"], default).Units.Select(unit => unit.Unit).Order());
    }

    private static (int Credits, int Units) Pair(Verdict verdict) => (verdict.Remaining!.Value.Credits, verdict.Remaining.Value.Units);

    private static Bound Credits(int least) => new() { Measure = BoundMeasure.Credits, Min = least };

    /// <summary>The least hours of so many units with so many credits together: by adding one unit after another to every sum.</summary>
    private static int LeastHours(int credits, int count, CatalogueUnit[] units)
    {
        var least = new Dictionary<(int Count, int Credits), int> { [(0, 0)] = 0 };
        foreach (var unit in units)
        {
            foreach (var (sum, hours) in least.ToList())
            {
                var next = (sum.Count + 1, sum.Credits + unit.Credits);
                if (next.Item1 <= count && next.Item2 <= credits)
                {
                    least[next] = Math.Min(least.GetValueOrDefault(next, int.MaxValue), hours + unit.GuidedLearningHours);
                }
            }
        }

        return least[(count, credits)];
    }

    private static Verdict Evaluate(CatalogueUnit[] units, RuleNode root, IReadOnlyList<AchievedUnit>? achieved = null) =>
        Evaluator.Evaluate(CompiledCatalogue.Compile(units, [], [new QualificationRule("Q", new RuleOfCombination { Root = root })]), "Q", achieved ?? [], AsOf)!;
}
