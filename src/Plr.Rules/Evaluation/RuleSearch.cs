using Plr.Rules.Compilation;
using Plr.Rules.Direct;
using Plr.Rules.Layouts;
using Plr.Rules.OtherCredit;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Evaluation;

/// <summary>The least cost of any rule: directly where that is exact, else by the general search, with what is known already.</summary>
internal static class RuleSearch
{
    /// <summary>Searches; the slots filled are in <see cref="DirectSearch.Filled"/> of the scratch.</summary>
    /// <param name="layout">The layout that the slots are of: the learner's own, if units that the rule does not list can count.</param>
    public static SearchResult Run(LazyRule lazy, UnitTable table, LearnerUnits learner, EvaluationScratch scratch, int maxStates, out RuleLayout layout)
    {
        var search = scratch.Search;
        if (lazy.HasOtherCredit)
        {
            var other = OtherCreditSearch.Run(table, lazy.Qualification, learner.Achieved, learner.AsOf, maxStates, creditsOnly: false);
            layout = LayoutCompiler.Compile(table, lazy.Qualification, other.Units);
            search.Begin(layout, learner);
            search.Take(layout, other.Program, other.Offers, other.Found.Filled);
            return other.Found;
        }

        layout = lazy.Layout;
        search.Run(layout, learner, lazy.FromScratch?.LevelBinds ?? false);
        if (search.IsExact)
        {
            return Exact(layout, search);
        }

        var program = lazy.Program;
        var offers = OfferTable.Build(program, table, learner.Achieved, learner.AsOf);
        var found = LayeredSearch.Run(program, offers, maxStates, atMost: Packed(layout, search.Best), atLeast: Packed(layout, search.Lower));
        if (found.Cost < Packed(layout, search.Best))
        {
            search.Take(layout, program, offers, found.Filled);
        }

        return found;
    }

    /// <summary>The least fresh credits that meet a rule.</summary>
    /// <param name="atLeast">Known not to be more than the answer: reaching it ends the search; 0 if nothing is known.</param>
    /// <param name="atMost">Answered if it is not less than this; <see cref="PlanEvaluator.Unreachable"/> if nothing is known, and all matters.</param>
    /// <returns>The credits twice, or what they lie between where the work allowed did not suffice.</returns>
    public static PlanAnswer Credits(LazyRule lazy, UnitTable table, LearnerUnits learner, EvaluationScratch scratch, int atLeast, int atMost)
    {
        if (atLeast == atMost)
        {
            return new PlanAnswer(atLeast, atMost);
        }

        if (lazy.HasOtherCredit)
        {
            return Answer(OtherCreditSearch.Run(table, lazy.Qualification, learner.Achieved, learner.AsOf, EvaluationOptions.Default.MaxStates, creditsOnly: true).Found, atLeast, atMost);
        }

        var (layout, search) = (lazy.Layout, scratch.Search);
        search.Run(layout, learner, lazy.FromScratch?.LevelBinds ?? false, onlyCredits: true, atLeast, atMost);
        if (search.IsExact)
        {
            var credits = search.Best == CostTable.Never ? atMost : layout.CreditsOf(search.Best);
            return new PlanAnswer(credits, credits);
        }

        var program = lazy.Program;
        var offers = OfferTable.Build(program, table, learner.Achieved, learner.AsOf);
        var found = LayeredSearch.Run(
            program, offers, EvaluationOptions.Default.MaxStates, creditsOnly: true,
            atMost: Packed(layout, search.Best), atLeast: Math.Max(RemainingWork.PackCredits(atLeast), Packed(layout, search.Lower)));
        return Answer(found, atLeast, atMost);
    }

    private static PlanAnswer Answer(SearchResult found, int atLeast, int atMost)
    {
        var upper = found.Cost == SearchResult.NoCost ? PlanEvaluator.Unreachable : RemainingWork.Unpack(found.Cost).Credits;
        return found.Ending == SearchEnding.OutOfWork
            ? new PlanAnswer(Math.Max(atLeast, RemainingWork.Unpack(Math.Min(found.Cost, found.Lower)).Credits), Math.Min(atMost, upper))
            : new PlanAnswer(upper, upper);
    }

    private static SearchResult Exact(RuleLayout layout, DirectSearch search)
    {
        var cost = Packed(layout, search.Best);
        return new SearchResult(cost == SearchResult.NoCost ? SearchEnding.Infeasible : SearchEnding.Exact, cost, cost, [], 0);
    }

    private static long Packed(RuleLayout layout, uint cost)
    {
        if (cost >= CostTable.Never)
        {
            return SearchResult.NoCost;
        }

        var (credits, units, hours) = layout.Unpack(cost);
        return RemainingWork.Pack(credits, units, hours);
    }
}
