using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Routes;

/// <summary>Which single units bring the most routes closest: each unit that the rules of some routes list, or that completes one of them soonest, is tried, exactly.</summary>
/// <param name="Units">Units that bring any route closer: most routes first, then most credits saved, then by key.</param>
/// <param name="RoutesConsidered">How many of the routes given were tried, from the first on.</param>
public sealed record NextBestUnits(IReadOnlyList<NextBestUnit> Units, int RoutesConsidered)
{
    /// <summary>The most routes tried in one answer.</summary>
    public const int MaxRoutes = 50;

    /// <summary>The most evaluations of one answer: a route that would take more is left out, and so are those after it.</summary>
    public const int MaxTrials = 5_000;

    /// <summary>Tries every unit of the routes' rules that is on offer and not achieved.</summary>
    /// <param name="routes">Numbers of qualifications, nearest first; the first <see cref="MaxRoutes"/> are tried.</param>
    /// <remarks>Routes with nothing left, with no way, or without an exact answer are counted as tried: no unit brings them closer.</remarks>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static NextBestUnits Of(
        RulesEngine engine, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, IReadOnlyList<string> routes, CancellationToken cancellationToken)
    {
        var held = achieved.Select(achievement => achievement.Unit).ToHashSet();
        var gains = new Dictionary<UnitKey, (int Routes, int Completed, int Credits)>();
        var (considered, trials) = (0, 0);
        foreach (var route in routes.Take(MaxRoutes))
        {
            var now = engine.Progress(achieved, route, asOf)?.Verdict;
            List<UnitKey> candidates = [.. Candidates(engine, route, now).Where(unit => !held.Contains(unit))];
            trials += candidates.Count;
            if (trials > MaxTrials)
            {
                break;
            }

            considered++;
            if (now?.Remaining?.Credits is > 0 and var before)
            {
                foreach (var unit in candidates)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (RemainingCredits(engine, achieved, route, asOf, [unit]) is { } after && after < before)
                    {
                        var gain = gains.GetValueOrDefault(unit);
                        gains[unit] = (gain.Routes + 1, gain.Completed + (after == 0 ? 1 : 0), gain.Credits + before - after);
                    }
                }
            }
        }

        return new NextBestUnits(
            [
                .. gains.Select(gain => new NextBestUnit(gain.Key, gain.Value.Routes, gain.Value.Completed, gain.Value.Credits))
                    .OrderByDescending(unit => unit.RoutesCloser).ThenByDescending(unit => unit.CreditsSaved).ThenBy(unit => unit.Unit),
            ],
            considered);
    }

    /// <summary>The units that the rule lists; of groups of other credit, which list none, those of one shortest completion.</summary>
    private static IEnumerable<UnitKey> Candidates(RulesEngine engine, string route, Verdict? now)
    {
        var listed = engine.Catalogue.RuleOf(route) is { } rule ? rule.ListedUnits().Where(unit => engine.Catalogue.UnitOf(unit) is { IsAvailable: true }) : [];
        return listed.Union(now?.ShortestCompletion.Select(unit => unit.Unit) ?? []);
    }

    private static int? RemainingCredits(RulesEngine engine, IReadOnlyList<AchievedUnit> achieved, string route, DateOnly asOf, IReadOnlyList<UnitKey> whatIf) =>
        engine.Progress(achieved, route, asOf, whatIf)?.Verdict.Remaining?.Credits;
}
