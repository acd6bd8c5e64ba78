using Plr.Domain.Organisations;

namespace Plr.Subgraphs.Catalogue.Filters;

/// <summary>Finds organisations in a list that is in memory.</summary>
internal static class OrganisationSearch
{
    public static IReadOnlyList<Organisation> In(IReadOnlyList<Organisation> all, OrganisationFilter? filter)
    {
        if (filter is null)
        {
            return all;
        }

        var keyword = new Keyword(filter.Keyword);
        return [.. all.Where(organisation => (filter.Kind is not { } kind || organisation.Kinds.Contains(kind)) && keyword.IsIn(organisation.Name))];
    }
}
