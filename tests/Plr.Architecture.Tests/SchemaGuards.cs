using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;

namespace Plr.Architecture.Tests;

/// <summary>What holds for every field of the contract, whoever wrote it.</summary>
internal static class SchemaGuards
{
    private static readonly string[] Policies = ["consent", "allow", "open"];

    /// <summary>Coordinates of fields with no policy on themselves or on their type.</summary>
    public static IEnumerable<string> FieldsWithoutPolicy(string sdl) =>
        from type in Parser.ParseSchema(sdl).Definitions.OfType<ObjectTypeDefinitionNode>()
        where !HasPolicy(type.Directives)
        from field in type.Fields
        where !HasPolicy(field.Directives)
        select $"{type.Name}.{field.Name}";

    /// <summary>Coordinates of fields and types that carry no description.</summary>
    public static IEnumerable<string> Undescribed(string sdl)
    {
        foreach (var definition in Parser.ParseSchema(sdl).Definitions)
        {
            switch (definition)
            {
                case ObjectTypeDefinitionNode { Name: var name } type:
                    foreach (var coordinate in Undescribed(name, type.Description, type.Fields))
                    {
                        yield return coordinate;
                    }

                    break;
                case InterfaceTypeDefinitionNode { Name: var name } type:
                    foreach (var coordinate in Undescribed(name, type.Description, type.Fields))
                    {
                        yield return coordinate;
                    }

                    break;
                case EnumTypeDefinitionNode type:
                    foreach (var value in type.Values.Where(value => value.Description is null))
                    {
                        yield return $"{type.Name}.{value.Name}";
                    }

                    break;
                case InputObjectTypeDefinitionNode type:
                    foreach (var field in type.Fields.Where(field => field.Description is null))
                    {
                        yield return $"{type.Name}.{field.Name}";
                    }

                    break;
            }
        }
    }

    /// <summary>Guarded fields that are non-null: withheld, they would take their parent with them.</summary>
    public static IEnumerable<string> GuardedNonNull(string sdl) =>
        from type in Parser.ParseSchema(sdl).Definitions.OfType<ObjectTypeDefinitionNode>()
        from field in type.Fields
        where field.Directives.Any(directive => directive.Name is "consent" or "allow") && field.Type is NonNullTypeNode
        select $"{type.Name}.{field.Name}";

    private static IEnumerable<string> Undescribed(string type, StringValueNode? description, IEnumerable<FieldDefinitionNode> fields) =>
        (description is null ? [type] : Enumerable.Empty<string>())
        .Concat(fields.Where(field => field.Description is null).Select(field => $"{type}.{field.Name}"))
        .Concat(
            from field in fields
            from argument in field.Arguments
            where argument.Description is null
            select $"{type}.{field.Name}({argument.Name}:)");

    private static bool HasPolicy(IEnumerable<DirectiveNode> directives) => directives.Any(directive => Policies.Contains(directive.Name));
}
