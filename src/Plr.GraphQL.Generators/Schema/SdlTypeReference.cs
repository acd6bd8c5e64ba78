using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Generators.Schema;

/// <summary>A type as a field or argument names it: a named type, or a list of <paramref name="Item"/>.</summary>
/// <param name="Name">The innermost named type.</param>
internal sealed record SdlTypeReference(string Name, bool IsNonNull, SdlTypeReference? Item)
{
    public static SdlTypeReference From(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => From(nonNull.Type) with { IsNonNull = true },
        ListTypeNode list when From(list.Type) is var item => new SdlTypeReference(item.Name, false, item),
        _ => new SdlTypeReference(((NamedTypeNode)node).Name, false, null),
    };

    public override string ToString() => (Item is null ? Name : $"[{Item}]") + (IsNonNull ? "!" : "");
}
