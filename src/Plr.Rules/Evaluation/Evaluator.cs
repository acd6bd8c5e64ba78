using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Direct;

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
        var scratch = EvaluationScratch.OfThread;
        scratch.Learner.Read(catalogue.Table, achieved, asOf);
        return Evaluate(catalogue, lazy, scratch.Learner, options);
    }

    /// <summary>The verdict for a learner who was read before, as one page asks about many qualifications.</summary>
    internal static Verdict Evaluate(CompiledCatalogue catalogue, LazyRule lazy, LearnerUnits learner, EvaluationOptions options)
    {
        var scratch = EvaluationScratch.OfThread;
        if (lazy.Qualification.Rule.Completeness is RuleCompleteness.Partial partial)
        {
            return new Verdict { Qualification = lazy.Number, Status = VerdictStatus.RuleIncomplete, Reasons = partial.Reasons };
        }

        var fromScratch = FromScratch(catalogue, lazy, options); // Before the learner's own, whose slots are read below.
        var found = RuleSearch.Run(lazy, catalogue.Table, learner, scratch, options.MaxStates, out var layout);
        if (found.Ending == SearchEnding.OutOfWork)
        {
            return new Verdict
            {
                Qualification = layout.Number,
                Status = VerdictStatus.RuleTooComplex,
                AtLeast = RemainingWork.Unpack(Math.Min(found.Lower, found.Cost)),
                AtMost = found.Cost == SearchResult.NoCost ? null : RemainingWork.Unpack(found.Cost),
            };
        }

        var explanation = new Explanation(layout, learner, scratch.Search.Uses, scratch.Search.Filled);
        var counted = explanation.Counted();
        var nodes = explanation.Nodes();
        return new Verdict
        {
            Qualification = layout.Number,
            Status = StatusOf(found),
            Remaining = found.Ending == SearchEnding.Exact ? RemainingWork.Unpack(found.Cost) : null,
            CreditsFromScratch = fromScratch,
            Percent = found.Ending == SearchEnding.Exact ? Percent(fromScratch, RemainingWork.Unpack(found.Cost).Credits) : null,
            Counted = counted,
            CreditsTowards = nodes[0].Credits,
            Nodes = nodes,
            NotCounted = explanation.NotCounted(),
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
        var known = rule.FromScratch;
        if (known is null || (known.Cost is null && known.Work < options.MaxStates))
        {
            var scratch = EvaluationScratch.OfThread;
            var found = RuleSearch.Run(rule, catalogue.Table, scratch.Nobody, scratch, options.MaxStates, out _);
            known = new FromScratch(found.Ending == SearchEnding.OutOfWork ? null : found.Cost, options.MaxStates, scratch.Search.MissedLevel);
            rule.FromScratch = known;
        }

        return known.Cost is null or SearchResult.NoCost ? null : RemainingWork.Unpack(known.Cost.Value).Credits;
    }

    /// <summary>Whole percent done; what can't be reached from scratch is all or nothing.</summary>
    private static int? Percent(int? scratch, int remaining) => scratch switch
    {
        null => null,
        0 => 100,
        { } whole => (int)(100L * (whole - remaining) / whole),
    };
}
