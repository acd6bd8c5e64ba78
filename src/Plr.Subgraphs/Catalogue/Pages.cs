using Plr.Domain.Catalogue;
using Plr.Domain.Organisations;
using Plr.GraphQL.Pagination;

namespace Plr.Subgraphs.Catalogue;

/// <summary>Pages of the catalogue. Their cursors are keys, so they outlive a publication.</summary>
internal static class Pages
{
    public static Connection<Organisation> Of(IReadOnlyList<Organisation> list, int? first, string? after, int? last, string? before) =>
        ConnectionSlicer.SliceByKey(list, static organisation => organisation.Id.Value, first, after, last, before);

    public static Connection<Qualification> Of(IReadOnlyList<Qualification> list, int? first, string? after, int? last, string? before) =>
        ConnectionSlicer.SliceByKey(list, static qualification => qualification.Number.Value, first, after, last, before);

    public static Connection<Unit> Of(IReadOnlyList<Unit> list, int? first, string? after, int? last, string? before) =>
        ConnectionSlicer.SliceByKey(list, static unit => unit.Number.Value, first, after, last, before);
}
