using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types;

/// <summary>Writes a schema as SDL, extensions merged. The order is that of the source, so equal schemas print alike.</summary>
public sealed class SchemaPrinter
{
    private readonly Schema schema;
    private readonly SchemaPrintOptions options;

    private SchemaPrinter(Schema schema, SchemaPrintOptions options)
    {
        this.schema = schema;
        this.options = options;
    }

    /// <summary>The schema as text.</summary>
    /// <param name="options">Null for <see cref="SchemaPrintOptions.Default"/>.</param>
    public static string Print(Schema schema, SchemaPrintOptions? options = null) => ToDocument(schema, options).ToString();

    /// <summary>The schema as one document.</summary>
    /// <param name="options">Null for <see cref="SchemaPrintOptions.Default"/>.</param>
    public static DocumentNode ToDocument(Schema schema, SchemaPrintOptions? options = null) =>
        new SchemaPrinter(schema, options ?? SchemaPrintOptions.Default).Document();

    private DocumentNode Document()
    {
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        if (SchemaDefinition() is { } schemaDefinition)
        {
            definitions.Add(schemaDefinition);
        }

        definitions.AddRange(schema.Directives
            .Where(directive => !directive.IsBuiltIn && options.IncludeDirectiveDefinition(directive.Name))
            .Select(Directive));
        definitions.AddRange(schema.Types
            .Where(type => !type.IsIntrospection && type is not ScalarType { IsBuiltIn: true } && options.IncludeType(type.Name))
            .Select(Type));
        return new DocumentNode(default, definitions.ToImmutable());
    }

    // Left out where the default names say the same. GraphQL September 2025, 3.3.1, Default Root Operation Type Names.
    private SchemaDefinitionNode? SchemaDefinition()
    {
        var directives = Applied(schema.AppliedDirectives);
        var isDefault = schema.Description is null && directives.IsEmpty
            && IsDefault(schema.QueryType, "Query")
            && IsDefault(schema.MutationType, "Mutation")
            && IsDefault(schema.SubscriptionType, "Subscription");
        return isDefault
            ? null
            : new SchemaDefinitionNode(default, Description(schema.Description), directives, false, [.. Roots()]);
    }

    private bool IsDefault(ObjectType? root, string name) =>
        root is null ? schema.FindType(name) is null : root.Name == name;

    private IEnumerable<OperationTypeDefinitionNode> Roots()
    {
        foreach (var operation in new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription })
        {
            if (schema.RootType(operation) is { } root)
            {
                yield return new OperationTypeDefinitionNode(default, operation, new NamedTypeNode(default, root.Name));
            }
        }
    }

    private DirectiveDefinitionNode Directive(DirectiveDefinition directive) => new(
        default,
        Description(directive.Description),
        [],
        directive.Name,
        default,
        Inputs(directive.Arguments),
        directive.IsRepeatable,
        directive.Locations);

    private TypeDefinitionNode Type(NamedType type)
    {
        var description = Description(type.Description);
        var directives = Applied(type.Directives);
        return type switch
        {
            ObjectType complex => new ObjectTypeDefinitionNode(
                default, description, directives, false, type.Name, default, Names(complex.Interfaces), Fields(complex)),
            InterfaceType complex => new InterfaceTypeDefinitionNode(
                default, description, directives, false, type.Name, default, Names(complex.Interfaces), Fields(complex)),
            UnionType union => new UnionTypeDefinitionNode(
                default, description, directives, false, type.Name, default, Names(union.Types)),
            EnumType values => new EnumTypeDefinitionNode(
                default, description, directives, false, type.Name, default, Values(values)),
            InputObjectType input => new InputObjectTypeDefinitionNode(
                default, description, directives, false, type.Name, default, Inputs(input.Fields)),
            _ => new ScalarTypeDefinitionNode(default, description, directives, false, type.Name, default),
        };
    }

    private ImmutableArray<FieldDefinitionNode> Fields(ComplexType type) =>
    [
        .. type.Fields.Where(options.IncludeField).Select(field => new FieldDefinitionNode(
            default,
            Description(field.Description),
            field.Name,
            default,
            Inputs(field.Arguments),
            Reference(field.Type),
            Applied(field.Directives))),
    ];

    private ImmutableArray<InputValueDefinitionNode> Inputs(ImmutableArray<InputValueDefinition> inputs) =>
    [
        .. inputs.Select(input => new InputValueDefinitionNode(
            default,
            Description(input.Description),
            input.Name,
            default,
            Reference(input.Type),
            input.DefaultValue,
            Applied(input.Directives))),
    ];

    private ImmutableArray<EnumValueDefinitionNode> Values(EnumType type) =>
    [
        .. type.Values.Select(value => new EnumValueDefinitionNode(
            default, Description(value.Description), value.Name, default, Applied(value.Directives))),
    ];

    private static ImmutableArray<NamedTypeNode> Names<T>(ImmutableArray<T> types)
        where T : NamedType => [.. types.Select(type => new NamedTypeNode(default, type.Name))];

    private static TypeNode Reference(GraphQLType type) => type switch
    {
        ListType list => new ListTypeNode(default, Reference(list.OfType)),
        NonNullType nonNull => new NonNullTypeNode(default, Reference(nonNull.OfType)),
        _ => new NamedTypeNode(default, type.UnderlyingType.Name),
    };

    private ImmutableArray<DirectiveNode> Applied(AppliedDirectives directives) =>
        [.. directives.Where(directive => options.IncludeAppliedDirective(directive.Name)).Select(directive => directive.Node)];

    private StringValueNode? Description(string? description) =>
        description is null || !options.IncludeDescriptions ? null : new StringValueNode(default, description, isBlock: false);
}
