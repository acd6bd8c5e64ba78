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
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, MaxPage);
        var index = ranker.Value.Index;
        var place = after is null ? (RankedRoute?)null
            : RoutePager.Place(index, after) ?? throw new ArgumentException("not a cursor of this ranking", nameof(after));
        var units = WithWhatIf(achieved, whatIf, asOf);
        var page = ranker.Value.Rank(units, asOf, scratch => RoutePager.Page(index, scratch, filter, first, place));
        return new RoutePage([.. page.Take(first).Select(route => ItemOf(index, route))], page.Count > first, rulesVersion, asOf, whatIf is { Count: > 0 });
    }

    private static RouteItem ItemOf(RouteIndex index, RankedRoute route)
    {
        var entry = index.Entries[route.Qualification];
        return new RouteItem(
            entry.Number, route.Remaining, route.Towards, entry.Scratch < PlanEvaluator.Unreachable ? entry.Scratch : null, RoutePager.Cursor(route, entry.Number));
    }

    private static IReadOnlyList<AchievedUnit> WithWhatIf(IReadOnlyList<AchievedUnit> achieved, IReadOnlyList<UnitKey>? whatIf, DateOnly asOf) =>
        whatIf is { Count: > 0 } ? [.. achieved, .. whatIf.Select(unit => new AchievedUnit { Unit = unit, Awarded = asOf })] : achieved;
}
