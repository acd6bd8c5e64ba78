using Plr.Rules.Compilation;
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
        if (atLeast == atMost)
        {
            return atLeast;
        }

        var program = rule.Program;
        var offers = OfferTable.Build(program, table, achieved, asOf);
        var found = LayeredSearch.Run(program, offers, EvaluationOptions.Default.MaxStates, creditsOnly: true);
        return found.Ending == SearchEnding.Infeasible ? PlanEvaluator.Unreachable : RemainingWork.Unpack(Math.Min(found.Cost, found.Lower)).Credits;
    }
}
