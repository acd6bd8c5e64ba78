using Plr.Rules.Compilation;
using Plr.Rules.Direct;
using Plr.Rules.Routes;

namespace Plr.Rules.Evaluation;

/// <summary>The credits that remain of any rule, for those who need no more than the number.</summary>
internal static class GeneralSearch
{
    /// <summary>The least fresh credits that meet a rule.</summary>
    /// <param name="atLeast">Known not to be more than the answer: reaching it ends the search; 0 if nothing is known.</param>
    /// <param name="atMost">Known not to be less than the answer; <see cref="PlanEvaluator.Unreachable"/> if nothing is known.</param>
    /// <returns>The credits; <see cref="PlanEvaluator.Unreachable"/>; a lower bound where the work allowed did not suffice.</returns>
    public static int Credits(LazyRule rule, UnitTable table, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, int atLeast, int atMost)
    {
        var scratch = EvaluationScratch.OfThread;
        scratch.Learner.Read(table, achieved, asOf);
        return Credits(rule, table, scratch.Learner, atLeast, atMost);
    }

    /// <summary>The same for a learner who was read before, as one ranking asks about many rules.</summary>
    public static int Credits(LazyRule rule, UnitTable table, LearnerUnits learner, int atLeast, int atMost) =>
        RuleSearch.Credits(rule, table, learner, EvaluationScratch.OfThread, atLeast, atMost);
}
