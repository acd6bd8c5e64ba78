using System.Globalization;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>Reads a page of a learner's ranking, computing no more than it takes to know that it is the page.</summary>
/// <remarks>
/// Qualifications that nothing touches stand in their order from scratch; as many as the page has lines give a bound. What is touched and
/// known comes next, and lowers it. Of the rest only those whose lower bound is within it can be on the page.
/// </remarks>
internal readonly ref struct RoutePager(RouteIndex index, RouteValues values, RouteScratch scratch, Func<string, bool>? filter, RankedRoute? after)
{
    private readonly List<RankedRoute> page = scratch.Page;

    /// <summary>Reads the first so many routes.</summary>
    public void Read(int lines)
    {
        page.Clear();
        AddUntouched(lines);
        AddTouched(isKnown: true, Bound(lines));
        Cut(lines);
        AddTouched(isKnown: false, Bound(lines));
        Cut(lines);
    }

    /// <summary>No route with more remaining credits is on the page.</summary>
    private int Bound(int lines) => lines == 0 ? -1 : page.Count < lines ? PlanEvaluator.Unreachable - 1 : page[lines - 1].Remaining;

    private void AddUntouched(int lines)
    {
        foreach (var qualification in index.ByScratch)
        {
            if (page.Count >= lines)
            {
                break;
            }

            if (!scratch.IsTouched(qualification) && Untouched(qualification) is var route && IsAfter(route) && Passes(qualification))
            {
                page.Add(route);
            }
        }
    }

    private RankedRoute Untouched(int qualification) => new(index.Scratch[qualification], 0, qualification, index.Entries[qualification].IsLowerBound);

    private void AddTouched(bool isKnown, int bound)
    {
        foreach (var qualification in scratch.Order)
        {
            ref var hit = ref scratch.HitOf(qualification);
            if (hit.Remaining <= bound && (hit.State != RouteState.Open) == isKnown && Passes(qualification))
            {
                values.Settle(qualification, ref hit, scratch.SeveralOf(qualification), scratch, bound);
                var route = RankedRoute.Of(qualification, hit, index.Scratch[qualification]);
                if (hit.Remaining <= bound && IsAfter(route))
                {
                    page.Add(route);
                }
            }
        }
    }

    private bool Passes(int qualification) => filter?.Invoke(index.Entries[qualification].Number) != false;

    private bool IsAfter(RankedRoute route) => after is not { } place || route.CompareTo(place) > 0;

    private void Cut(int lines)
    {
        page.Sort();
        page.RemoveRange(Math.Min(lines, page.Count), Math.Max(0, page.Count - lines));
    }

    /// <summary>Reads a cursor; null if it is not one of this ranking.</summary>
    public static RankedRoute? Place(RouteIndex index, string cursor)
    {
        var parts = cursor.Split(':', 3);
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var towards)
            && index.Catalogue.PlaceOf(parts[2]) is >= 0 and var qualification
                ? new RankedRoute(remaining, towards, qualification)
                : null;
    }
}
