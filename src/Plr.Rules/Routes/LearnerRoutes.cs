using System.Collections.Concurrent;
using Plr.Domain.Combination;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>A learner's ranking in hand: its pages, and what one more unit would change, without ranking again.</summary>
/// <remarks>For one thread. Disposing gives its working memory to the next ranking.</remarks>
public sealed class LearnerRoutes : IDisposable
{
    private readonly RulesEngine engine;
    private readonly ConcurrentBag<RouteScratch> spare;
    private readonly RouteRanker ranker;
    private readonly DateOnly asOf;
    private readonly bool isWhatIf;
    private RouteScratch? scratch;

    internal LearnerRoutes(
        RulesEngine engine, RouteRanker ranker, ConcurrentBag<RouteScratch> spare, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, bool isWhatIf)
    {
        (this.engine, this.ranker, this.spare, this.asOf, this.isWhatIf) = (engine, ranker, spare, asOf, isWhatIf);
        scratch = spare.TryTake(out var free) ? free : new RouteScratch(ranker.Index.Entries.Length);
        ranker.Begin(achieved, asOf, scratch);
    }

    private RouteScratch Scratch => scratch ?? throw new ObjectDisposedException(nameof(LearnerRoutes));

    /// <summary>A page of the ranking; as <see cref="RulesEngine.Routes"/>.</summary>
    /// <exception cref="ArgumentException">The cursor is not one of this catalogue's.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is out of range.</exception>
    public RoutePage Page(Func<string, bool>? filter, int first, string? after = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, RulesEngine.MaxPage);
        var place = after is null ? (RankedRoute?)null
            : RoutePager.Place(ranker.Index, after) ?? throw new ArgumentException("not a cursor of this ranking", nameof(after));
        ranker.Page(filter, first, place, Scratch);
        var items = new RouteItem[Math.Min(first, Scratch.Page.Count)];
        for (var at = 0; at < items.Length; at++)
        {
            items[at] = ItemOf(Scratch.Page[at]);
        }

        return new RoutePage(items, Scratch.Page.Count > first, engine.RulesVersion, asOf, isWhatIf);
    }

    /// <summary>The routes that one more unit, achieved on the day of the ranking, would bring nearer, in the order of the ranking.</summary>
    /// <param name="first">How many, 0 to <see cref="RulesEngine.MaxPage"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is out of range.</exception>
    public IReadOnlyList<RouteItem> WhatIf(UnitKey unit, int first = RulesEngine.MaxPage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, RulesEngine.MaxPage);
        ranker.WhatIf(new AchievedUnit { Unit = unit, Awarded = asOf }, first, Scratch);
        return [.. Scratch.Page.Select(ItemOf)];
    }

    /// <summary>Evaluates one qualification anew, for those who want to know how long that takes.</summary>
    /// <param name="place">Its place in the catalogue.</param>
    /// <returns>The credits that remain; as from scratch if nothing touches it.</returns>
    internal int Again(int place) => ranker.Again(place, Scratch);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (scratch is { } mine)
        {
            scratch = null;
            spare.Add(mine);
        }
    }

    private RouteItem ItemOf(RankedRoute route)
    {
        var entry = ranker.Index.Entries[route.Qualification];
        return new RouteItem(entry.Number, route.Remaining, route.Towards, entry.Scratch < PlanEvaluator.Unreachable ? entry.Scratch : null, route.IsLowerBound);
    }
}
