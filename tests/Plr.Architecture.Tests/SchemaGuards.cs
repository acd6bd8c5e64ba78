using System.Collections.Immutable;
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

    /// <summary>Lists of objects that neither say themselves how long they may be, nor are sized by every field that gives their object.</summary>
    public static IEnumerable<string> UnsizedLists(string sdl)
    {
        var definitions = Parser.ParseSchema(sdl).Definitions;
        var leaves = definitions.Where(definition => definition is ScalarTypeDefinitionNode or EnumTypeDefinitionNode)
            .Select(definition => ((TypeDefinitionNode)definition).Name).Union(["Int", "Float", "String", "Boolean", "ID"]).ToHashSet(StringComparer.Ordinal);
        var fields = definitions.OfType<TypeDefinitionNode>().SelectMany(type => FieldsOf(type).Select(field => (Type: type.Name, Field: field))).ToList();
        foreach (var (type, list) in fields.Where(field => IsList(field.Field.Type) && !leaves.Contains(NameOf(field.Field.Type)) && !IsSized(field.Field)))
        {
            var givers = fields.Where(giver => NameOf(giver.Field.Type) == type).ToList();
            var silent = givers.Where(giver => !SizedFields(giver.Field).Contains(list.Name)).Select(giver => $"{giver.Type}.{giver.Field.Name}").ToList();
            if (givers.Count == silent.Count)
            {
                yield return $"{type}.{list.Name} is a list of objects without a size, so that an operation may cost more than is reckoned."
                    + " Give it @listSize(assumedSize: …) with a bound that holds, or slicingArguments where an argument says how many";
            }
            else if (silent.Count > 0)
            {
                var names = string.Join(", ", silent);
                yield return $"{type}.{list.Name} is a page without a size, since {names} gives it and does not say."
                    + $" Give {names} @listSize(slicingArguments: …, sizedFields: [\"{list.Name}\"])";
            }
        }
    }

    private static ImmutableArray<FieldDefinitionNode> FieldsOf(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode objectType => objectType.Fields,
        InterfaceTypeDefinitionNode face => face.Fields,
        _ => [],
    };

    private static bool IsList(TypeNode type) => type is ListTypeNode || (type is NonNullTypeNode nonNull && IsList(nonNull.Type));

    private static string NameOf(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => NameOf(nonNull.Type),
        ListTypeNode list => NameOf(list.Type),
        _ => ((NamedTypeNode)type).Name,
    };

    private static bool IsSized(FieldDefinitionNode field) => field.Directives.Any(directive => directive.Name == "listSize");

    private static IEnumerable<string> SizedFields(FieldDefinitionNode field) =>
        field.Directives.Where(directive => directive.Name == "listSize").SelectMany(directive => directive.Arguments)
            .Where(argument => argument.Name == "sizedFields").SelectMany(argument => ((ListValueNode)argument.Value).Items).Select(name => ((StringValueNode)name).Value);

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
