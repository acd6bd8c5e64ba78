using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Catalogue.Filters;

/// <summary>Finds qualifications in a list that is in memory.</summary>
internal static class QualificationSearch
{
    public static IReadOnlyList<Qualification> In(IReadOnlyList<Qualification> all, QualificationFilter? filter)
    {
        if (filter is null)
        {
            return all;
        }

        var keyword = new Keyword(filter.Keyword);
        return [.. all.Where(qualification => Matches(qualification, filter) && (keyword.IsIn(qualification.Title, qualification.Number.Value) || keyword.IsIn(qualification.WelshTitle)))];
    }

    private static bool Matches(Qualification qualification, QualificationFilter filter) =>
        (filter.Level is null || qualification.Level == filter.Level)
        && (filter.Size is null || qualification.Size == filter.Size)
        && (filter.Type is null || string.Equals(qualification.Type, filter.Type, StringComparison.OrdinalIgnoreCase))
        && (filter.AwardingOrganisation is null || string.Equals(qualification.AwardingOrganisation.Value, filter.AwardingOrganisation, StringComparison.OrdinalIgnoreCase))
        && (filter.HasRuleOfCombination is null || qualification.RuleOfCombination is not null == filter.HasRuleOfCombination)
        && (filter.SectorSubjectArea is null || IsIn(qualification.SectorSubjectArea?.Code, filter.SectorSubjectArea));

    // 01 is the whole area: 01 itself and 01.1, 01.2 and so on.
    internal static bool IsIn(string? code, string area) =>
        code is not null && (code == area || code.StartsWith(area + ".", StringComparison.Ordinal));
}
