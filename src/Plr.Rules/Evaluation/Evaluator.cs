using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Evaluation;

/// <summary>Judges what was achieved against one rule of combination. Pure: the same arguments give the same verdict.</summary>
public static class Evaluator
{
    /// <summary>The verdict for one qualification.</summary>
    /// <param name="achieved">The learner's achievements; their order does not change any number.</param>
    /// <param name="asOf">The date that ages are measured at.</param>
    /// <returns>Null if the catalogue has no such qualification.</returns>
    public static Verdict? Evaluate(
        CompiledCatalogue catalogue, string qualification, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, EvaluationOptions? options = null) =>
        catalogue.Find(qualification) is { } rule ? Evaluate(catalogue, rule, achieved, asOf, options ?? EvaluationOptions.Default)
        : catalogue.RefusalOf(qualification) is { Count: > 0 } reasons ? new Verdict { Qualification = qualification, Status = VerdictStatus.RuleIncomplete, Reasons = reasons }
        : null;

    internal static Verdict Evaluate(
        CompiledCatalogue catalogue, LazyRule lazy, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, EvaluationOptions options)
    {
        if (lazy.Qualification.Rule.Completeness is RuleCompleteness.Partial partial)
        {
            return new Verdict { Qualification = lazy.Number, Status = VerdictStatus.RuleIncomplete, Reasons = partial.Reasons };
        }

        var (rule, offers, found) = RuleSearch.Run(catalogue.Table, lazy, achieved, asOf, options.MaxStates);
        if (found.Ending == SearchEnding.OutOfWork)
        {
            return new Verdict
            {
                Qualification = rule.Number,
                Status = VerdictStatus.RuleTooComplex,
                AtLeast = RemainingWork.Unpack(Math.Min(found.Lower, found.Cost)),
                AtMost = found.Cost == SearchResult.NoCost ? null : RemainingWork.Unpack(found.Cost),
            };
        }

        var scratch = FromScratch(catalogue, lazy, options);
        var explanation = new Explanation(rule, achieved, offers, found.Filled);
        return new Verdict
        {
            Qualification = rule.Number,
            Status = StatusOf(found),
            Remaining = found.Ending == SearchEnding.Exact ? RemainingWork.Unpack(found.Cost) : null,
            CreditsFromScratch = scratch,
            Percent = found.Ending == SearchEnding.Exact ? Percent(scratch, RemainingWork.Unpack(found.Cost).Credits) : null,
            Counted = explanation.Counted,
            CreditsTowards = explanation.Counted.Where(unit => !unit.IsFresh).Sum(unit => unit.Credits),
            Nodes = explanation.Nodes(),
            NotCounted = explanation.NotCounted(catalogue.Table),
        };
    }

    private static VerdictStatus StatusOf(SearchResult found) => found switch
    {
        { Ending: SearchEnding.Infeasible } => VerdictStatus.Unreachable,
        { Cost: 0 } => VerdictStatus.Satisfied,
        _ => VerdictStatus.Reachable,
    };

    /// <summary>Credits from scratch; null if impossible or too complex.</summary>
    internal static int? FromScratch(CompiledCatalogue catalogue, LazyRule rule, EvaluationOptions options)
    {
        if (rule.FromScratch is null)
        {
            var found = RuleSearch.Run(catalogue.Table, rule, [], DateOnly.MinValue, options.MaxStates).Found;
            if (found.Ending == SearchEnding.OutOfWork)
            {
                return null;
            }

            rule.FromScratch = found.Cost;
        }

        return rule.FromScratch == SearchResult.NoCost ? null : RemainingWork.Unpack(rule.FromScratch.Value).Credits;
    }

    /// <summary>Whole percent done; what can't be reached from scratch is all or nothing.</summary>
    private static int? Percent(int? scratch, int remaining) => scratch switch
    {
        null => null,
        0 => 100,
        { } whole => (int)(100L * (whole - remaining) / whole),
    };
}
