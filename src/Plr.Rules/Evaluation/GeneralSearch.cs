using Plr.Rules.Compilation;
using Plr.Rules.Direct;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Evaluation;

/// <summary>The credits that remain of any rule, for those who need no more than the number.</summary>
internal static class GeneralSearch
{
    /// <summary>The least fresh credits that meet a rule.</summary>
    /// <param name="atLeast">Known not to be more than the answer: reaching it ends the search; 0 if nothing is known.</param>
    /// <param name="atMost">Answered if it is not less than this; <see cref="PlanEvaluator.Unreachable"/> if nothing is known, and all matters.</param>
    /// <returns>The credits twice, or what they lie between where the work allowed did not suffice.</returns>
    public static PlanAnswer Credits(LazyRule rule, UnitTable table, LearnerUnits learner, int atLeast, int atMost) =>
        RuleSearch.Credits(rule, table, learner, EvaluationScratch.OfThread, atLeast, atMost);
}
