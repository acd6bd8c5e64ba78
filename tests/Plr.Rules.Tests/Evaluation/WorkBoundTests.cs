using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Tests.Evaluation;

/// <summary>What can't be computed is said, with bounds where there are any; it never hangs and is never wrong.</summary>
public sealed class WorkBoundTests
{
    private static readonly List<CatalogueUnit> Units =
        [.. Enumerable.Range(0, 60).Select(index => new CatalogueUnit { Key = $"U{index}", Credits = 1 + index * 7 % 13, Level = index % 4, GuidedLearningHours = 10 + index * 11 % 17 })];

    private static IReadOnlyList<UnitKey> Keys => [.. Units.Select(unit => unit.Key)];

    [Fact]
    public void Past_the_work_allowed_the_truth_lies_between_the_bounds()
    {
        // Every unit in three groups at once: strongly NP-hard.
        var rule = new RuleOfCombination
        {
            Root = new RuleNode.Group
            {
                Id = "R",
                Nodes = [.. Enumerable.Range(0, 3).Select(index => new RuleNode.Pool { Id = $"G{index}", Units = Keys, Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = 40, Max = 41 }, new Bound { Measure = BoundMeasure.GuidedLearningHours, Min = 70 + index, Max = 75 }] })],
            },
        };
        var verdict = Evaluate(rule, new EvaluationOptions { MaxStates = 3_000 });
        Assert.Equal(VerdictStatus.RuleTooComplex, verdict.Status);
        Assert.Null(verdict.Remaining);
        Assert.InRange(verdict.AtLeast!.Value.Credits, 1, 120);
        Assert.True(verdict.AtMost is null || verdict.AtMost.Value.Credits >= 120);
    }

    [Fact]
    [Trait("Limit", "EvaluationOptions.MaxStates")]
    public void Exactly_as_much_work_as_a_rule_needs_is_enough_and_one_less_is_not()
    {
        var few = Keys.Take(12).ToList();
        var rule = new RuleOfCombination
        {
            Root = new RuleNode.Group
            {
                Id = "R",
                Nodes = [.. Enumerable.Range(0, 2).Select(index => new RuleNode.Pool { Id = $"G{index}", Units = few, Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = 10, Max = 11 }, new Bound { Measure = BoundMeasure.GuidedLearningHours, Min = 20 + index, Max = 35 }] })],
            },
        };
        var answered = Evaluate(rule, EvaluationOptions.Default).Status;
        Assert.NotEqual(VerdictStatus.RuleTooComplex, answered);
        var (enough, tooLittle) = (EvaluationOptions.Default.MaxStates, 0);
        while (enough - tooLittle > 1)
        {
            var half = tooLittle + ((enough - tooLittle) / 2);
            (enough, tooLittle) = StatusWith(half) == answered ? (half, tooLittle) : (enough, half);
        }

        Assert.InRange(enough, 2, 100_000);
        Assert.Equal(VerdictStatus.RuleTooComplex, StatusWith(enough - 1));
        Assert.Equal(answered, StatusWith(enough));
        Assert.Equal(answered, StatusWith(enough + 1));

        VerdictStatus StatusWith(int states) => Evaluate(rule, new EvaluationOptions { MaxStates = states }).Status;
    }

    [Fact]
    public void Overlays_without_end_are_too_complex_at_once()
    {
        RuleNode Theme(int theme) => new RuleNode.Group { Id = $"T{theme}", Nodes = [.. Enumerable.Range(0, 10).Select(part => new RuleNode.Pool { Id = $"T{theme}P{part}", Units = Keys })] };
        var rule = new RuleOfCombination { Root = new RuleNode.Pool { Id = "R", Units = Keys }, Overlays = [.. Enumerable.Range(0, 6).Select(Theme)] };
        Assert.Equal(VerdictStatus.RuleTooComplex, Evaluate(rule, EvaluationOptions.Default).Status);
    }

    [Fact]
    public void A_partial_rule_answers_with_its_reasons_and_no_number()
    {
        var rule = new RuleOfCombination { Root = new RuleNode.Pool { Id = "R", Units = Keys }, Completeness = new RuleCompleteness.Partial(["the unit table is cut off"]) };
        var verdict = Evaluate(rule, EvaluationOptions.Default);
        Assert.Equal(VerdictStatus.RuleIncomplete, verdict.Status);
        Assert.Equal(["the unit table is cut off"], verdict.Reasons);
        Assert.Null(verdict.Remaining);
    }

    [Fact]
    public void A_rule_that_names_an_unknown_unit_is_incomplete_and_says_where()
    {
        var verdict = Evaluate(new RuleOfCombination { Root = new RuleNode.Pool { Id = "R", Units = ["nobody's"] } }, EvaluationOptions.Default);
        Assert.Equal(VerdictStatus.RuleIncomplete, verdict.Status);
        Assert.Equal(["R: `nobody's` is not a unit of the catalogue"], verdict.Reasons);
    }

    private static Verdict Evaluate(RuleOfCombination rule, EvaluationOptions options) =>
        Evaluator.Evaluate(CompiledCatalogue.Compile(Units, [], [new QualificationRule("Q", rule)]), "Q", [], new DateOnly(2020, 1, 1), options)!;
}
