using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes.Plans;
using Plr.Rules.Tests.Random;

namespace Plr.Rules.Tests.Routes;

/// <summary>The fast form of a rule says what the general search says.</summary>
public sealed class RoutePlanTests
{
    [Fact]
    public void A_plan_of_a_realistic_rule_has_the_credits_of_the_search()
    {
        var national = NationalGenerator.Make(600, seed: 3);
        var catalogue = CompiledCatalogue.Compile(national.Units, [], national.Qualifications); // A plan is told what counts.
        var (plans, answers) = (0, 0);
        Parallel.ForEach(national.Qualifications, (qualification, _, at) =>
        {
            if (RoutePlanCompiler.Compile(catalogue.Table, qualification.Rule) is { } plan)
            {
                Interlocked.Increment(ref plans);
                Interlocked.Add(ref answers, Compare(catalogue, qualification, plan, new System.Random((int)at)));
            }
        });
        Assert.InRange(plans, 500, 600);
        Assert.True(answers > plans * 10, $"{answers} answers of {plans} plans");
    }

    [Fact]
    public void A_plan_of_a_small_rule_has_the_credits_of_the_search()
    {
        var plans = 0;
        for (var seed = 1; seed <= 4_000; seed++)
        {
            var small = SmallCases.Make(seed);
            var qualification = new QualificationRule("Q", small.Rule with { MaxAgeMonths = null, MaxAges = [], ExcludeUsedIn = [] });
            var catalogue = CompiledCatalogue.Compile(small.Units, [], [qualification]);
            if (RoutePlanCompiler.Compile(catalogue.Table, qualification.Rule) is { } plan)
            {
                plans++;
                Compare(catalogue, qualification, plan, new System.Random(seed));
            }
        }

        Assert.True(plans > 500, $"{plans} plans");
    }

    private static int Compare(CompiledCatalogue catalogue, QualificationRule qualification, RoutePlan plan, System.Random random)
    {
        var answers = 0;
        var scratch = new PlanScratch();
        for (var round = 0; round < 12; round++)
        {
            var held = plan.Units.Distinct().Where(_ => random.Next(12) < round).ToHashSet();
            UInt128 have = 0;
            for (var bit = 0; bit < plan.Units.Length; bit++)
            {
                have |= held.Contains(plan.Units[bit]) ? UInt128.One << bit : 0;
            }

            var answer = PlanEvaluator.Remaining(plan, new PlanHoldings(have), scratch);
            var achieved = held.Select(unit => new AchievedUnit { Unit = catalogue.Table.Units[unit].Key }).ToList();
            var verdict = Evaluator.Evaluate(catalogue, qualification.Number, achieved, NationalGenerator.AsOf)!;
            var expected = verdict.Status == VerdictStatus.Unreachable ? PlanEvaluator.Unreachable : verdict.Remaining?.Credits;
            Assert.True(answer.Lower <= expected && expected <= answer.Upper, $"{qualification.Number}, round {round}: plan {answer}, search {expected} {verdict.Status}");
            answers += answer.IsExact ? 1 : 0;
        }

        return answers;
    }
}
