using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules;

/// <summary>What resolvers ask about rules: one object for each published catalogue, built once, shared by all requests.</summary>
/// <remarks>Immutable and safe for any number of threads. Every answer says which rules and which date it is about.</remarks>
/// <param name="catalogue">The compiled catalogue.</param>
/// <param name="rulesVersion">Names the publication the rules come from; it is on every answer.</param>
public sealed class RulesEngine(CompiledCatalogue catalogue, string rulesVersion)
{
    /// <summary>The compiled catalogue.</summary>
    public CompiledCatalogue Catalogue => catalogue;

    /// <summary>The publication the rules come from.</summary>
    public string RulesVersion => rulesVersion;

    /// <summary>Where a learner stands with a qualification.</summary>
    /// <param name="achieved">The learner's achievements that may be shown to the one who asks.</param>
    /// <param name="asOf">The date that ages are measured at.</param>
    /// <param name="whatIf">Units taken as if achieved too; an answer with any says that it is a what-if.</param>
    /// <returns>Null if the catalogue has no rule for that number.</returns>
    public QualificationProgress? Progress(
        IReadOnlyList<AchievedUnit> achieved, string qualification, DateOnly asOf, IReadOnlyList<UnitKey>? whatIf = null)
    {
        var units = whatIf is { Count: > 0 } ? [.. achieved, .. whatIf.Select(unit => new AchievedUnit { Unit = unit, Awarded = asOf })] : achieved;
        return Evaluator.Evaluate(catalogue, qualification, units, asOf) is { } verdict
            ? new QualificationProgress(verdict, rulesVersion, asOf, whatIf is { Count: > 0 })
            : null;
    }

    /// <summary>Judges a list of units, nobody's in particular: <c>ruleOfCombinationCheck</c>.</summary>
    /// <returns>Null if the catalogue has no rule for that number.</returns>
    public QualificationProgress? Check(string qualification, IReadOnlyList<UnitKey> units, DateOnly asOf) => Progress([], qualification, asOf, units);
}
