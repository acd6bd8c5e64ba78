using Plr.Domain;
using Plr.Domain.Routes;

namespace Plr.Subgraphs.Catalogue.Routes;

/// <summary>Holds a route filter to its limits and to the catalogue.</summary>
internal static class RouteFilterCheck
{
    /// <summary>What is wrong, field by field; nothing for a filter that can be run.</summary>
    public static IEnumerable<RouteFilterFault> Faults(RequestCatalogue catalogue, RouteFilter? filter) => filter is null
        ? []
        : [.. Texts(filter), .. Lists(filter), .. Numbers(catalogue, filter)];

    private static IEnumerable<RouteFilterFault> Texts(RouteFilter filter)
    {
        (string Field, string? Text)[] texts =
        [
            ("keyword", filter.Keyword),
            ("awardingOrganisation", filter.AwardingOrganisation),
            .. (filter.SectorSubjectAreas ?? []).Take(RouteFilter.MaxListLength).Select(code => ("sectorSubjectAreas", (string?)code)),
        ];
        return texts.Where(text => text.Text is { } given && (given.Length > RouteFilter.MaxTextLength || given.Any(char.IsControl)))
            .Select(text => Invalid(text.Field, $"takes at most {RouteFilter.MaxTextLength} characters, none of them a control character"));
    }

    private static IEnumerable<RouteFilterFault> Lists(RouteFilter filter)
    {
        (string Field, int? Length)[] lists =
        [
            ("levels", filter.Levels?.Count),
            ("sizes", filter.Sizes?.Count),
            ("sectorSubjectAreas", filter.SectorSubjectAreas?.Count),
            ("mustContain", filter.MustContain?.Count),
            ("qualifications", filter.Qualifications?.Count),
        ];
        return lists.Where(list => list.Length > RouteFilter.MaxListLength)
            .Select(list => Invalid(list.Field, $"takes at most {RouteFilter.MaxListLength} entries: leave out those that do not matter"));
    }

    private static IEnumerable<RouteFilterFault> Numbers(RequestCatalogue catalogue, RouteFilter filter)
    {
        if (filter.MaxRemainingCredits < 0)
        {
            yield return Invalid("maxRemainingCredits", "is 0 or more");
        }

        foreach (var unit in (filter.MustContain ?? []).Take(RouteFilter.MaxListLength))
        {
            if (catalogue.Find(unit).Problem is { } problem)
            {
                yield return new RouteFilterFault("mustContain", problem);
            }
        }

        foreach (var qualification in (filter.Qualifications ?? []).Take(RouteFilter.MaxListLength))
        {
            if (catalogue.Find(qualification).Problem is { } problem)
            {
                yield return new RouteFilterFault("qualifications", problem);
            }
        }
    }

    private static RouteFilterFault Invalid(string field, string rule) => new(field, new Problem(ErrorCodes.RouteFilterInvalid, $"`{field}` {rule}"));
}
