using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Tests.Evaluation;

/// <summary>A learner is read once for many questions; a list with anything else in it is another learner.</summary>
public sealed class SameLearnerTests
{
    private static readonly CompiledCatalogue Catalogue = CatalogueOf(4);

    [Fact]
    public void A_list_that_changed_is_read_anew()
    {
        List<AchievedUnit> achieved = [new AchievedUnit { Unit = "A" }];
        Assert.Equal(4, Remaining(Catalogue, achieved));
        achieved[0] = new AchievedUnit { Unit = "B" };
        Assert.Equal(3, Remaining(Catalogue, achieved));
        achieved.Add(new AchievedUnit { Unit = "A" });
        Assert.Equal(0, Remaining(Catalogue, achieved));
        achieved.RemoveAt(0);
        Assert.Equal(4, Remaining(Catalogue, achieved));
    }

    [Fact]
    public void Another_catalogue_reads_the_same_learner_anew()
    {
        // There the units stand in another order. Both rules are asked about first, so that the last two questions follow each other.
        var other = CatalogueOf(9, isReversed: true);
        List<AchievedUnit> achieved = [new AchievedUnit { Unit = "B" }];
        Assert.Equal(12, Remaining(other, []));
        Assert.Equal(3, Remaining(Catalogue, achieved));
        Assert.Equal(3, Remaining(other, achieved));
    }

    private static int? Remaining(CompiledCatalogue catalogue, IReadOnlyList<AchievedUnit> achieved) =>
        Evaluator.Evaluate(catalogue, "Q", achieved, new DateOnly(2026, 1, 1))!.Remaining?.Credits;

    private static CompiledCatalogue CatalogueOf(int creditsOfB, bool isReversed = false)
    {
        CatalogueUnit[] units = [new() { Key = "A", Credits = 3, Level = 1 }, new() { Key = "B", Credits = creditsOfB, Level = 1 }];
        return CompiledCatalogue.Compile(
            isReversed ? [units[1], units[0]] : units, [], [new QualificationRule("Q", new RuleOfCombination { Root = new RuleNode.All { Id = "R", Units = ["A", "B"] } })]);
    }
}
