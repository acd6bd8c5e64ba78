using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes;
using Plr.Rules.Routes.Plans;
using Plr.Rules.Tests.Random;

namespace Plr.Rules.Tests.Routes;

/// <summary>What single units say is never more than what remains: only so may a page leave a route uncomputed.</summary>
public sealed class RouteBoundTests
{
    [Theory]
    [InlineData(false, 4_000)]
    [InlineData(true, 150)] // Each asks for searches of its own.
    public void What_is_known_before_computing_is_never_too_much(bool otherCredit, int cases) => RandomCases.Hold(cases, seed =>
    {
        var small = SmallCases.MakeCatalogue(seed, otherCredit);
        var catalogue = CatalogueOf(small);
        var index = RouteIndex.Build(catalogue);
        var (ranker, scratch) = (new RouteRanker(index), new RouteScratch(index.Entries.Length));
        foreach (var learner in small.Learners)
        {
            ranker.Begin(learner, small.AsOf, scratch);
            foreach (var qualification in scratch.Order)
            {
                var hit = scratch.HitOf(qualification);
                var number = index.Entries[qualification].Number;
                var exact = Evaluator.Evaluate(catalogue, number, learner, small.AsOf)!.Remaining?.Credits ?? PlanEvaluator.Unreachable;
                if (hit.State == RouteState.Exact ? hit.Remaining != exact : hit.Remaining > exact)
                {
                    return $"{number}: {hit.State} {hit.Remaining}, but {exact} remain";
                }
            }
        }

        return null;
    });

    [Theory]
    [InlineData(false, 2_000)]
    [InlineData(true, 100)]
    public void Every_short_page_is_a_part_of_the_whole(bool otherCredit, int cases) => RandomCases.Hold(cases, seed =>
    {
        var small = SmallCases.MakeCatalogue(seed, otherCredit);
        var engine = new RulesEngine(CatalogueOf(small), "v1");
        Func<string, bool>?[] filters = [null, number => (number[^1] & 1) == (seed & 1)];
        foreach (var (learner, filter) in small.Learners.SelectMany(learner => filters.Select(filter => (learner, filter))))
        {
            var whole = engine.Routes(learner, small.AsOf, filter, RulesEngine.MaxPage).Items;
            for (var from = 0; from <= whole.Count; from++)
            {
                var page = engine.Routes(learner, small.AsOf, filter, 1 + seed % 3, from == 0 ? null : whole[from - 1].Cursor);
                if (!page.Items.SequenceEqual(whole.Skip(from).Take(1 + seed % 3)) || page.HasNextPage != whole.Count > from + 1 + seed % 3)
                {
                    return $"after {from}: {string.Join(" ", page.Items)}, of {string.Join(" ", whole)}";
                }
            }
        }

        return null;
    });

    [Fact]
    public void The_nearest_of_a_what_if_are_the_first_of_all_of_them()
    {
        var national = NationalGenerator.Make(400, seed: 31);
        var engine = new RulesEngine(national.Compile(), "v1");
        foreach (var learner in national.Learners(4, 30, seed: 37))
        {
            foreach (var unit in national.HostileLearner(25).Select(one => one.Unit))
            {
                using var routes = engine.RoutesOf(learner, NationalGenerator.AsOf);
                var nearest = routes.WhatIf(unit, first: 7);
                var all = routes.WhatIf(unit);
                Assert.Equal(all.Take(7), nearest);
            }
        }
    }

    [Fact]
    public void A_unit_by_transfer_may_be_worth_more_than_the_same_as_the_learners_own()
    {
        Bound atLeast = new() { Measure = BoundMeasure.Credits, Min = 3 };
        Bound notOnesOwn = atLeast with { Sources = [CreditSource.Transfer, CreditSource.Fresh] };
        var engine = new RulesEngine(CompiledCatalogue.Compile(
            [new CatalogueUnit { Key = "A", Credits = 3, Level = 1 }, new CatalogueUnit { Key = "B", Credits = 1, Level = 1 }, new CatalogueUnit { Key = "C", Credits = 3, Level = 1 }],
            [],
            [
                new QualificationRule("Q0", new RuleOfCombination { Root = new RuleNode.Pool { Id = "R", Units = ["A", "C"], Bounds = [atLeast, notOnesOwn] } }),
                new QualificationRule("Q1", new RuleOfCombination { Root = new RuleNode.All { Id = "R", Units = ["B"] } }),
            ]), "v1");
        foreach (var (source, nearest) in new[] { (CreditSource.Own, "Q1"), (CreditSource.Transfer, "Q0") })
        {
            var page = engine.Routes([new AchievedUnit { Unit = "A", Source = source }], NationalGenerator.AsOf, null, first: 1);
            Assert.Equal(nearest, Assert.Single(page.Items).Qualification);
        }
    }

    private static CompiledCatalogue CatalogueOf(SmallCatalogue small) =>
        CompiledCatalogue.Compile(small.Units, small.Equivalences, [.. small.Rules.Select((rule, index) => new QualificationRule($"Q{index}", rule))]);
}
