using Plr.Rules.Compilation;
using Plr.Rules.Tests.Random;

namespace Plr.Rules.Tests.Routes;

/// <summary>A ranking in hand: what one more unit changes is what ranking anew says, and nothing stays of the question.</summary>
public sealed class LearnerRoutesTests
{
    [Fact]
    public void One_more_unit_changes_what_ranking_anew_says()
    {
        var national = NationalGenerator.Make(400, seed: 19);
        var engine = new RulesEngine(national.Compile(), "v1");
        var asked = national.HostileLearner(25).Select(one => one.Unit).ToList();
        foreach (var learner in national.Learners(4, 30, seed: 23))
        {
            using var routes = engine.RoutesOf(learner, NationalGenerator.AsOf);
            var before = routes.Page(null, RulesEngine.MaxPage).Items;
            foreach (var unit in asked)
            {
                var after = engine.Routes(learner, NationalGenerator.AsOf, null, RulesEngine.MaxPage, whatIf: [unit]).Items;
                Assert.Equal(after.Except(before), routes.WhatIf(unit));
            }

            Assert.Equal(before, routes.Page(null, RulesEngine.MaxPage).Items);
        }
    }

    [Theory]
    [InlineData(false, 1_000)]
    [InlineData(true, 150)] // Each asks for a search of its own.
    public void It_does_so_for_every_construct(bool otherCredit, int cases) => RandomCases.Hold(cases, seed =>
    {
        var small = SmallCases.MakeCatalogue(seed, otherCredit);
        var engine = new RulesEngine(
            CompiledCatalogue.Compile(small.Units, small.Equivalences, [.. small.Rules.Select((rule, index) => new QualificationRule($"Q{index}", rule))]), "v1");
        foreach (var learner in small.Learners)
        {
            using var routes = engine.RoutesOf(learner, small.AsOf);
            var before = routes.Page(null, RulesEngine.MaxPage).Items;
            foreach (var unit in small.Units)
            {
                var after = engine.Routes(learner, small.AsOf, null, RulesEngine.MaxPage, whatIf: [unit.Key]).Items;
                var changed = routes.WhatIf(unit.Key);
                if (!after.Except(before).SequenceEqual(changed))
                {
                    return $"{unit.Key}: {string.Join(" ", changed)} in hand, {string.Join(" ", after.Except(before))} anew";
                }
            }
        }

        return null;
    });

    [Fact]
    public void A_unit_that_the_catalogue_does_not_know_changes_nothing()
    {
        using var routes = new RulesEngine(NationalGenerator.Make(20, seed: 29).Compile(), "v1").RoutesOf([], NationalGenerator.AsOf);
        Assert.Empty(routes.WhatIf("nothing"));
    }

    [Fact]
    public void What_was_disposed_is_not_read()
    {
        var routes = new RulesEngine(NationalGenerator.Make(20, seed: 29).Compile(), "v1").RoutesOf([], NationalGenerator.AsOf);
        routes.Dispose();
        Assert.Throws<ObjectDisposedException>(() => routes.Page(null, 1));
    }
}
