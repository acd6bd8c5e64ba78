using System.Collections.Concurrent;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes;

namespace Plr.Rules;

/// <summary>What resolvers ask about rules: one object for each published catalogue, built once, shared by all requests.</summary>
/// <remarks>Immutable and safe for any number of threads. Every answer says which rules and which date it is about.</remarks>
/// <param name="catalogue">The compiled catalogue.</param>
/// <param name="rulesVersion">Names the publication the rules come from; it is on every answer.</param>
public sealed class RulesEngine(CompiledCatalogue catalogue, string rulesVersion)
{
    /// <summary>The most routes on one page.</summary>
    public const int MaxPage = 1_000;

    private readonly Lazy<RouteRanker> ranker = new(() => new RouteRanker(RouteIndex.Build(catalogue)));
    private readonly ConcurrentBag<RouteScratch> spare = [];

    private RulesEngine(CompiledCatalogue catalogue, string rulesVersion, RouteIndex index, ConcurrentBag<RouteScratch> spare)
        : this(catalogue, rulesVersion) => (ranker, this.spare) = (new Lazy<RouteRanker>(new RouteRanker(index)), spare);

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
        => Evaluator.Evaluate(catalogue, qualification, WithWhatIf(achieved, whatIf, asOf), asOf) is { } verdict
            ? new QualificationProgress(verdict, rulesVersion, asOf, whatIf is { Count: > 0 })
            : null;

    /// <summary>Judges a list of units, nobody's in particular: <c>ruleOfCombinationCheck</c>.</summary>
    /// <returns>Null if the catalogue has no rule for that number.</returns>
    public QualificationProgress? Check(string qualification, IReadOnlyList<UnitKey> units, DateOnly asOf) => Progress([], qualification, asOf, units);

    /// <summary>Builds what <see cref="Routes"/> needs now rather than at its first call: seconds for a nation's catalogue.</summary>
    public void Prepare() => _ = ranker.Value;

    /// <summary>The engine of the next publication, in which one qualification's rule changed or came new. This one goes on answering for its own.</summary>
    /// <param name="nextVersion">Names the next publication.</param>
    public RulesEngine With(QualificationRule qualification, string nextVersion)
    {
        var changed = catalogue.With(qualification);
        // Working memory is of no catalogue, but has room for so many qualifications.
        return ranker.IsValueCreated
            ? new RulesEngine(changed, nextVersion, ranker.Value.Index.With(changed, qualification.Number), changed.Count == catalogue.Count ? spare : [])
            : new RulesEngine(changed, nextVersion);
    }

    /// <summary>Ranks all qualifications for a learner, for pages and what-ifs without ranking again.</summary>
    /// <param name="achieved">The learner's achievements that may be shown to the one who asks.</param>
    /// <param name="whatIf">Units taken as if achieved too.</param>
    public LearnerRoutes RoutesOf(IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, IReadOnlyList<UnitKey>? whatIf = null) =>
        new(this, ranker.Value, spare, WithWhatIf(achieved, whatIf, asOf), asOf, whatIf is { Count: > 0 });

    /// <summary>All qualifications by exact remaining credits: fewest first, then most saved, then by number.</summary>
    /// <param name="achieved">The learner's achievements that may be shown to the one who asks.</param>
    /// <param name="filter">Whether a qualification's number may be in the page; null for all.</param>
    /// <param name="first">How many, 0 to <see cref="MaxPage"/>.</param>
    /// <param name="after">The cursor of the last route of the page before; null for the first page.</param>
    /// <param name="whatIf">Units taken as if achieved too.</param>
    /// <returns>The page. Qualifications that can't be reached, or whose rule is incomplete, are not in it.</returns>
    /// <exception cref="ArgumentException">The cursor is not one of this catalogue's.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is out of range.</exception>
    public RoutePage Routes(
        IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, Func<string, bool>? filter, int first, string? after = null, IReadOnlyList<UnitKey>? whatIf = null)
    {
        using var routes = RoutesOf(achieved, asOf, whatIf);
        return routes.Page(filter, first, after);
    }

    private static IReadOnlyList<AchievedUnit> WithWhatIf(IReadOnlyList<AchievedUnit> achieved, IReadOnlyList<UnitKey>? whatIf, DateOnly asOf) =>
        whatIf is { Count: > 0 } ? [.. achieved, .. whatIf.Select(unit => new AchievedUnit { Unit = unit, Awarded = asOf })] : achieved;
}
