using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Tests.Routes;

/// <summary>A catalogue that differs in one qualification: as if it had been compiled so from the start, and the one before stays as it was.</summary>
public sealed class ChangedCatalogueTests
{
    private static readonly NationalGenerator National = NationalGenerator.Make(300, seed: 31);

    public static TheoryData<string> Changes => ["replaced", "added first", "added last", "incomplete", "refused"];

    [Theory, MemberData(nameof(Changes))]
    public void It_ranks_as_if_compiled_so(string change)
    {
        var other = National.Qualifications[7];
        var changed = change switch
        {
            "replaced" => National.Qualifications[150] with { Rule = other.Rule },
            "added first" => other with { Number = "000/0000/0" },
            "added last" => other with { Number = "999/9999/9" },
            "incomplete" => National.Qualifications[150] with { Rule = other.Rule with { Completeness = new RuleCompleteness.Partial(["a table is missing"]) } },
            _ => National.Qualifications[150] with { Rule = other.Rule with { Root = new RuleNode.Pool { Id = "P", Units = ["unknown"] } } },
        };
        var before = new RulesEngine(National.Compile(), "v1");
        before.Prepare();
        var learners = National.Learners(5, 30, seed: 37);
        var pages = learners.Select(learner => Page(before, learner)).ToList();

        var after = before.With(changed, "v2");

        var expected = new RulesEngine(CompiledCatalogue.Compile(
            National.Units, National.Equivalences, [.. National.Qualifications.Where(one => one.Number != changed.Number), changed]), "v2");
        Assert.Equal("v2", after.RulesVersion);
        Assert.Equal(expected.Catalogue.RefusalOf(changed.Number), after.Catalogue.RefusalOf(changed.Number));
        Assert.All(learners, learner => Assert.Equal(Page(expected, learner), Page(after, learner)));
        Assert.Equal(pages, learners.Select(learner => Page(before, learner)));
    }

    [Fact]
    public void After_many_changes_it_still_does()
    {
        var qualifications = National.Qualifications.ToList();
        var engine = new RulesEngine(National.Compile(), "v0");
        engine.Prepare();
        var learners = National.Learners(3, 30, seed: 41);
        for (var change = 1; change <= 120; change++)
        {
            // Values that the engine remembers are of rules as they were.
            Assert.All(learners, learner => Assert.NotEmpty(Page(engine, learner)));
            var place = change * 7 % qualifications.Count;
            qualifications[place] = qualifications[place] with { Rule = National.Qualifications[change * 13 % qualifications.Count].Rule };
            engine = engine.With(qualifications[place], $"v{change}");
        }

        var expected = new RulesEngine(CompiledCatalogue.Compile(National.Units, National.Equivalences, qualifications), "v120");
        Assert.All(learners, learner => Assert.Equal(Page(expected, learner), Page(engine, learner)));
    }

    [Fact]
    public void What_two_units_were_worth_is_not_what_they_are_worth_now()
    {
        static QualificationRule AtLeast(int credits) => new("Q", new RuleOfCombination
        {
            Root = new RuleNode.Pool { Id = "R", Units = ["A", "B", "C", "D"], Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = credits }] },
        });
        CatalogueUnit[] units = [.. new[] { ("A", 3), ("B", 3), ("C", 3), ("D", 10) }.Select(unit => new CatalogueUnit { Key = unit.Item1, Credits = unit.Item2, Level = 1 })];
        AchievedUnit[] held = [new() { Unit = "A" }, new() { Unit = "B" }];
        var before = new RulesEngine(CompiledCatalogue.Compile(units, [], [AtLeast(10)]), "v1");
        Assert.Equal(10, Assert.Single(Page(before, held)).Credits);
        Assert.Equal(3, Assert.Single(Page(before.With(AtLeast(9), "v2"), held)).Credits);
        Assert.Equal(10, Assert.Single(Page(before, held)).Credits);
    }

    private static List<(string Qualification, int Credits, int? Scratch)> Page(RulesEngine engine, IReadOnlyList<AchievedUnit> learner) =>
        [.. engine.Routes(learner, NationalGenerator.AsOf, null, RulesEngine.MaxPage).Items.Select(item => (item.Qualification, item.RemainingCredits, item.CreditsFromScratch))];
}
