using Plr.Domain.Combination;
using Plr.Rules.Compilation;

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

    private static List<(string Qualification, int Credits, int? Scratch)> Page(RulesEngine engine, IReadOnlyList<Plr.Rules.Evaluation.AchievedUnit> learner) =>
        [.. engine.Routes(learner, NationalGenerator.AsOf, null, RulesEngine.MaxPage).Items.Select(item => (item.Qualification, item.RemainingCredits, item.CreditsFromScratch))];
}
