using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.GraphQL;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Pagination;
using Plr.Subgraphs.Errors;
using Plr.Subgraphs.Nodes;

namespace Plr.Subgraphs.Catalogue;

/// <summary>The fields of <c>type Unit</c> that are no properties of it.</summary>
[ObjectType<Unit>("Unit")]
public sealed class UnitResolvers(RequestCatalogue catalogue)
{
    /// <summary><c>Unit.id</c>.</summary>
    public static string Id(Unit unit) => NodeId.Of(unit.Number);

    /// <summary><c>Unit.title</c>: in English where there is none in the language.</summary>
    public static string? Title(Unit unit, Language language) => language is Language.Welsh ? unit.WelshTitle ?? unit.Title : unit.Title;

    /// <summary><c>Unit.owner</c>: null where the source names none.</summary>
    public Organisation? Owner(Unit unit) => unit.Owner is { } owner ? catalogue.Name(owner) : null;

    /// <summary><c>Unit.equivalentUnits</c>: those that the catalogue holds.</summary>
    public IReadOnlyList<Unit> EquivalentUnits(Unit unit) => [.. unit.EquivalentUnits.Select(catalogue.Name)];

    /// <summary><c>Unit.usedIn</c>: the qualifications whose rule names it, by number.</summary>
    public Connection<Qualification> UsedIn(Unit unit, int? first, string? after, int? last, string? before) =>
        Pages.Of([.. catalogue.Current.QualificationsUsing(unit.Number)], first, after, last, before);

    /// <summary>Units by number or identifier, for other subgraphs.</summary>
    [EntityResolver]
    public IReadOnlyList<Unit?> Entities(IReadOnlyList<EntityRepresentation> representations) => [.. representations.Select(Entity)];

    private Unit? Entity(EntityRepresentation representation)
    {
        if (representation.Has("number"))
        {
            return catalogue.Current.Unit(representation.Get<UnitNumber>("number"));
        }

        var id = NodeId.Parse(representation.Get<string>("id")).OrThrow();
        return id.Type is "Unit" && UnitNumber.ParseIssued(id.Key) is { Succeeded: true } number ? catalogue.Current.Unit(number.Value) : null;
    }
}
