using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Catalogue.Filters;

/// <summary>Finds units in a list that is in memory.</summary>
internal static class UnitSearch
{
    public static IReadOnlyList<Unit> In(IReadOnlyList<Unit> all, UnitFilter? filter)
    {
        if (filter is null)
        {
            return all;
        }

        var keyword = new Keyword(filter.Keyword);
        return
        [
            .. all.Where(unit =>
                (filter.Level is null || unit.Level == filter.Level)
                && (filter.Owner is null || string.Equals(unit.Owner?.Value, filter.Owner, StringComparison.OrdinalIgnoreCase))
                && (keyword.IsIn(unit.Title, unit.Number.Value) || keyword.IsIn(unit.WelshTitle))),
        ];
    }
}
