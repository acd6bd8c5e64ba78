using System.Globalization;

namespace Plr.Rules.Routes;

/// <summary>Merges the touched routes with all the others, which stand in their order from scratch, as far as a page goes.</summary>
internal static class RoutePager
{
    /// <summary>Reads the routes after a place that pass a filter into the page, one more than asked if there are more.</summary>
    public static void Read(RouteIndex index, RouteScratch scratch, Func<string, bool>? filter, int first, RankedRoute? after)
    {
        var page = scratch.Page;
        page.Clear();
        var ranked = scratch.Ranked;
        SortUpTo(ranked, filter is null && after is null ? first + 1 : int.MaxValue);
        var (touched, untouched) = (0, 0);
        while (page.Count <= first && Next(index, scratch, ref touched, ref untouched) is { } route)
        {
            if ((after is not { } place || route.CompareTo(place) > 0) && filter?.Invoke(index.Entries[route.Qualification].Number) != false)
            {
                page.Add(route);
            }
        }
    }

    private static RankedRoute? Next(RouteIndex index, RouteScratch scratch, ref int touched, ref int untouched)
    {
        while (untouched < index.ByScratch.Length && IsRanked(index, scratch, index.ByScratch[untouched]))
        {
            untouched++;
        }

        RankedRoute? plain = untouched < index.ByScratch.Length
            ? Untouched(index, index.ByScratch[untouched])
            : null;
        if (touched < scratch.Ranked.Count && (plain is null || scratch.Ranked[touched].CompareTo(plain.Value) < 0))
        {
            return scratch.Ranked[touched++];
        }

        untouched++;
        return plain;
    }

    private static RankedRoute Untouched(RouteIndex index, int qualification) =>
        new(index.Entries[qualification].Scratch, 0, qualification, index.Entries[qualification].IsLowerBound);

    private static bool IsRanked(RouteIndex index, RouteScratch scratch, int qualification) =>
        scratch.IsTouched(qualification) && scratch.Of(qualification).Remaining < index.Entries[qualification].Scratch;

    /// <summary>Puts the best so many in front, in order; the rest follow in no order.</summary>
    private static void SortUpTo(List<RankedRoute> ranked, int count)
    {
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ranked);
        if (count < span.Length / 4)
        {
            Span<int> histogram = stackalloc int[256];
            histogram.Clear();
            foreach (ref readonly var route in span)
            {
                histogram[Math.Min(255, route.Remaining)]++;
            }

            var (cut, seen) = (0, 0);
            while (cut < 255 && seen < count)
            {
                seen += histogram[cut++];
            }

            if (seen >= count)
            {
                span = span[..Partition(span, cut)];
            }
        }

        span.Sort();
    }

    private static int Partition(Span<RankedRoute> span, int cut)
    {
        var kept = 0;
        for (var at = 0; at < span.Length; at++)
        {
            if (span[at].Remaining < cut)
            {
                (span[kept], span[at]) = (span[at], span[kept]);
                kept++;
            }
        }

        return kept;
    }

    /// <summary>Reads a cursor; null if it is not one of this ranking.</summary>
    public static RankedRoute? Place(RouteIndex index, string cursor)
    {
        var parts = cursor.Split(':', 3);
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var towards)
            && index.PlaceOf(parts[2]) is >= 0 and var qualification
                ? new RankedRoute(remaining, towards, qualification)
                : null;
    }
}
