using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types.Scalars;

namespace Plr.GraphQL.Types.Building;

/// <summary>The named types while they are built: first empty, so that they can refer to one another.</summary>
internal sealed class TypeTable
{
    private readonly SchemaErrorList errors;
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);
    private readonly HashSet<NamedType> referenced = [];

    public TypeTable(IEnumerable<TypeSource> sources, SchemaOptions options, SchemaErrorList errors)
    {
        this.errors = errors;
        foreach (var source in sources)
        {
            types.Add(source.Name, Create(source.Definition, options));
        }
    }

    public NamedType? Find(string name) => types.GetValueOrDefault(name);

    public T Get<T>(TypeSource source)
        where T : NamedType => (T)types[source.Name];

    /// <summary>The types in order, without built-in scalars that nothing refers to.</summary>
    /// <remarks>GraphQL September 2025, 3.5, Built-in Scalars.</remarks>
    public List<NamedType> Used() =>
        [.. types.Values.Where(type => referenced.Contains(type) || type is not ScalarType { IsBuiltIn: true })];

    /// <summary>The type a definition refers to; null, with an error, when it is unknown.</summary>
    public GraphQLType? Reference(TypeNode node, string coordinate)
    {
        switch (node)
        {
            case ListTypeNode list:
                return Reference(list.Type, coordinate) is { } item ? item.ListOf ??= new ListType(item) : null;
            case NonNullTypeNode nonNull:
                return Reference(nonNull.Type, coordinate) is { } inner ? inner.NonNullOf ??= new NonNullType(inner) : null;
            default:
                return ReferenceNamed((NamedTypeNode)node, coordinate);
        }
    }

    /// <summary>The named type a definition refers to; null, with an error, when it is unknown.</summary>
    public NamedType? ReferenceNamed(NamedTypeNode node, string coordinate)
    {
        if (types.TryGetValue(node.Name, out var type))
        {
            referenced.Add(type);
            return type;
        }

        errors.Add(coordinate, $"refers to unknown type `{node.Name}`", node.Location);
        return null;
    }

    private static NamedType Create(TypeDefinitionNode node, SchemaOptions options)
    {
        var description = node.Description?.Value;
        return node switch
        {
            ScalarTypeDefinitionNode => new ScalarType(node.Name, description, node.NameLocation, Coercion(node.Name, options)),
            ObjectTypeDefinitionNode => new ObjectType(node.Name, description, node.NameLocation),
            InterfaceTypeDefinitionNode => new InterfaceType(node.Name, description, node.NameLocation),
            UnionTypeDefinitionNode => new UnionType(node.Name, description, node.NameLocation),
            EnumTypeDefinitionNode => new EnumType(node.Name, description, node.NameLocation),
            _ => new InputObjectType(node.Name, description, node.NameLocation),
        };
    }

    private static ScalarCoercion Coercion(string name, SchemaOptions options) =>
        BuiltInScalars.Find(name) ?? options.Scalars.GetValueOrDefault(name) ?? new AnyCoercion();
}
