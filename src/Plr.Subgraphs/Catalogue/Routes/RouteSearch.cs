using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Routes;
using Plr.Subgraphs.Catalogue.Filters;

namespace Plr.Subgraphs.Catalogue.Routes;

/// <summary>Says of a qualification whether a route filter takes it. Made once a ranking; asked in the order of the ranking, as far as the page goes.</summary>
internal sealed class RouteSearch
{
    private readonly NationalCatalogue catalogue;
    private readonly RouteFilter filter;
    private readonly Keyword keyword;
    private readonly HashSet<string>? among;

    private RouteSearch(NationalCatalogue catalogue, RouteFilter filter)
    {
        (this.catalogue, this.filter) = (catalogue, filter);
        keyword = new Keyword(filter.Keyword);
        among = Among(catalogue, filter);
    }

    /// <summary>The question; null when every qualification is taken.</summary>
    public static Func<string, bool>? Of(NationalCatalogue catalogue, RouteFilter? filter) =>
        filter is null || (filter with { MaxRemainingCredits = null }) == new RouteFilter() ? null : new RouteSearch(catalogue, filter).Takes;

    /// <summary>The qualification of a number as the rules name it; null for one that is no number of the register's form.</summary>
    public static Qualification? Find(NationalCatalogue catalogue, string number) =>
        QualificationNumber.ParseIssued(number) is { Succeeded: true } parsed ? catalogue.Qualification(parsed.Value) : null;

    private bool Takes(string number) =>
        among?.Contains(number) is not false && Find(catalogue, number) is { } qualification && Matches(qualification);

    private bool Matches(Qualification qualification) =>
        IsAmong(filter.Levels, qualification.Level)
        && (filter.Sizes is not { Count: > 0 } || (qualification.Size is { } size && filter.Sizes.Contains(size)))
        && (filter.SectorSubjectAreas is not { Count: > 0 } areas || areas.Any(area => QualificationSearch.IsIn(qualification.SectorSubjectArea?.Code, area)))
        && (filter.OfferedIn is not { } nation || qualification.OfferedIn.Contains(nation))
        && (filter.AwardingOrganisation is not { } awarder || string.Equals(qualification.AwardingOrganisation.Value, awarder, StringComparison.OrdinalIgnoreCase))
        && (filter.OperationalOn is not { } day || IsOperational(qualification, day))
        && (keyword.IsIn(qualification.Title, qualification.Number.Value) || keyword.IsIn(qualification.WelshTitle));

    private static bool IsAmong<T>(IReadOnlyList<T>? wanted, T value) => wanted is not { Count: > 0 } || wanted.Contains(value);

    private static bool IsOperational(Qualification qualification, DateOnly day) =>
        (qualification.OperationalStart is not { } start || start <= day) && (qualification.OperationalEnd is not { } end || day <= end);

    // What names qualifications or units outright leaves few: these are asked first.
    private static HashSet<string>? Among(NationalCatalogue catalogue, RouteFilter filter)
    {
        var among = filter.Qualifications is { Count: > 0 } named ? named.Select(number => number.Value).ToHashSet(StringComparer.Ordinal) : null;
        foreach (var unit in filter.MustContain ?? [])
        {
            var listing = catalogue.QualificationsUsing(unit).Select(qualification => qualification.Number.Value);
            if (among is null)
            {
                among = listing.ToHashSet(StringComparer.Ordinal);
            }
            else
            {
                among.IntersectWith(listing);
            }
        }

        return among;
    }
}
