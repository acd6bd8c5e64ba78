using System.Collections.Immutable;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Types.Building;

/// <summary>The fields that no type lists.</summary>
/// <remarks>GraphQL September 2025, 4.1 Type Name Introspection and 4.2 Schema Introspection.</remarks>
internal sealed class MetaFields
{
    public MetaFields(ObjectType query, TypeTable types)
    {
        var text = Reference(types, "String!");
        TypeName = new FieldDefinition("__typename", "The name of the object type.", default, query, text, []);
        Schema = new FieldDefinition(
            "__schema", "The types and directives of this service.", default, query, Reference(types, "__Schema!"), []);
        var name = new InputValueDefinition(
            "name", "The name of the type.", $"{query.Name}.__type(name:)", default, text, null, 0);
        Type = new FieldDefinition("__type", "One type by its name.", default, query, Reference(types, "__Type"), [name]);
    }

    public FieldDefinition TypeName { get; }

    public FieldDefinition Schema { get; }

    public FieldDefinition Type { get; }

    public ImmutableArray<FieldDefinition> All => [TypeName, Schema, Type];

    private static GraphQLType Reference(TypeTable types, string type) =>
        types.Reference(Parser.ParseType(type), "introspection")!; // The built-in definitions have all three.
}
