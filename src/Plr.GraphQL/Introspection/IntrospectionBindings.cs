using Plr.GraphQL.Binding;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Printing;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Introspection;

// Resolvers of the introspection types; their values are the schema's own model. GraphQL September 2025, 4.2 Schema Introspection.
internal static class IntrospectionBindings
{
    internal static SchemaBindings Make(Schema schema)
    {
        var bindings = new SchemaBindings()
            .Enum("__TypeKind", Named<TypeKind>())
            .Enum("__DirectiveLocation", Named<DirectiveLocation>());
        BindRoot(bindings, schema);
        BindSchema(bindings);
        BindType(bindings);
        BindFields(bindings);
        BindDirective(bindings);
        return bindings;
    }

    private static void BindRoot(SchemaBindings bindings, Schema schema) => bindings
        .Read<RootValue, Schema>(schema.SchemaField.Coordinate, _ => schema)
        .Resolve<RootValue, NamedType?>(
            schema.TypeField.Coordinate, (_, _, arguments, _) => ValueTask.FromResult(schema.FindType(arguments.Get<string>(0))));

    private static void BindSchema(SchemaBindings bindings) => bindings
        .Leaf<Schema, string>("__Schema.description", static schema => schema.Description)
        .ReadList<Schema, NamedType>("__Schema.types", static schema => schema.Types)
        .Read<Schema, ObjectType>("__Schema.queryType", static schema => schema.QueryType)
        .Read<Schema, ObjectType>("__Schema.mutationType", static schema => schema.MutationType)
        .Read<Schema, ObjectType>("__Schema.subscriptionType", static schema => schema.SubscriptionType)
        .ReadList<Schema, DirectiveDefinition>("__Schema.directives", static schema => schema.Directives);

    private static void BindType(SchemaBindings bindings) => bindings
        .Leaf<GraphQLType, TypeKind>("__Type.kind", static type => type.Kind)
        .Leaf<GraphQLType, string>("__Type.name", static type => (type as NamedType)?.Name)
        .Leaf<GraphQLType, string>("__Type.description", static type => (type as NamedType)?.Description)
        .Leaf<GraphQLType, string>("__Type.specifiedByURL", static type => (type as ScalarType)?.SpecifiedByUrl)
        .Resolve<GraphQLType, IEnumerable<FieldDefinition>?>(
            "__Type.fields", static (_, type, arguments, _) => Listed<FieldDefinition>((type as ComplexType)?.Fields, arguments))
        .ReadList<GraphQLType, InterfaceType>("__Type.interfaces", static type => (type as ComplexType)?.Interfaces)
        .ReadList<GraphQLType, ObjectType>(
            "__Type.possibleTypes", static type => type is CompositeType and not ObjectType ? ((CompositeType)type).PossibleTypes : null)
        .Resolve<GraphQLType, IEnumerable<EnumValueDefinition>?>(
            "__Type.enumValues", static (_, type, arguments, _) => Listed<EnumValueDefinition>((type as EnumType)?.Values, arguments))
        .Resolve<GraphQLType, IEnumerable<InputValueDefinition>?>(
            "__Type.inputFields", static (_, type, arguments, _) => Listed<InputValueDefinition>((type as InputObjectType)?.Fields, arguments))
        .Read<GraphQLType, GraphQLType>("__Type.ofType", static type => type switch
        {
            NonNullType nonNull => nonNull.OfType,
            ListType list => list.OfType,
            _ => null,
        })
        .Leaf<GraphQLType, bool>("__Type.isOneOf", static type => (type as InputObjectType)?.IsOneOf);

    private static void BindFields(SchemaBindings bindings)
    {
        bindings
            .Resolve<FieldDefinition, IEnumerable<InputValueDefinition>?>(
                "__Field.args", static (_, field, arguments, _) => Listed<InputValueDefinition>(field.Arguments, arguments))
            .Read<FieldDefinition, GraphQLType>("__Field.type", static field => field.Type)
            .Read<InputValueDefinition, GraphQLType>("__InputValue.type", static input => input.Type)
            .Leaf<InputValueDefinition, string>(
                "__InputValue.defaultValue", static input => input.DefaultValue is { } value ? Printer.Print(value) : null);
        foreach (var type in (string[])["__Field", "__InputValue", "__EnumValue"])
        {
            bindings
                .Leaf<SchemaMember, string>($"{type}.name", static member => member.Name)
                .Leaf<SchemaMember, string>($"{type}.description", static member => member.Description)
                .Leaf<SchemaMember, bool>($"{type}.isDeprecated", static member => member.IsDeprecated)
                .Leaf<SchemaMember, string>($"{type}.deprecationReason", static member => member.DeprecationReason);
        }
    }

    private static void BindDirective(SchemaBindings bindings) => bindings
        .Leaf<DirectiveDefinition, string>("__Directive.name", static directive => directive.Name)
        .Leaf<DirectiveDefinition, string>("__Directive.description", static directive => directive.Description)
        .Leaf<DirectiveDefinition, bool>("__Directive.isRepeatable", static directive => directive.IsRepeatable)
        .LeafList<DirectiveDefinition, DirectiveLocation>("__Directive.locations", static directive => directive.Locations)
        .Resolve<DirectiveDefinition, IEnumerable<InputValueDefinition>?>(
            "__Directive.args", static (_, directive, arguments, _) => Listed<InputValueDefinition>(directive.Arguments, arguments));

    // Each of these fields has one argument, includeDeprecated.
    private static ValueTask<IEnumerable<T>?> Listed<T>(IReadOnlyList<T>? members, ArgumentValues arguments)
        where T : SchemaMember =>
        ValueTask.FromResult(members is null || arguments.Get<bool>(0) ? members : members.Where(member => !member.IsDeprecated));

    // InputObject is INPUT_OBJECT, as the specification spells it.
    private static IEnumerable<(string Name, TEnum Value)> Named<TEnum>()
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            var name = string.Concat(value.ToString().Select((character, index) =>
                index > 0 && char.IsAsciiLetterUpper(character) ? $"_{character}" : char.ToUpperInvariant(character).ToString()));
            yield return (name, value);
        }
    }
}
