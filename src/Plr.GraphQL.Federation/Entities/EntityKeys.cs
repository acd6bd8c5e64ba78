using System.Collections.Frozen;
using System.Collections.Immutable;
using Plr.GraphQL.Federation.Directives;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Federation.Entities;

/// <summary>The resolvable keys of a subgraph's entity types.</summary>
internal sealed class EntityKeys
{
    private readonly FrozenDictionary<string, ImmutableArray<SelectionSetNode>> keys;

    private EntityKeys(IReadOnlyDictionary<string, ImmutableArray<SelectionSetNode>> keys)
    {
        this.keys = keys.ToFrozenDictionary(StringComparer.Ordinal);
        EntityTypes = [.. keys.Keys];
    }

    /// <summary>Names of the types that other subgraphs may ask for, in the order of the document.</summary>
    public ImmutableArray<string> EntityTypes { get; }

    /// <summary>Reads the <c>@key</c> directives of a document.</summary>
    /// <exception cref="GraphQLSyntaxException">A field set is not GraphQL.</exception>
    public static EntityKeys Of(DocumentNode document, FederationNames names)
    {
        var keys = new OrderedDictionary<string, ImmutableArray<SelectionSetNode>>();
        foreach (var type in document.Definitions.OfType<ObjectTypeDefinitionNode>())
        {
            var sets = type.Directives.Where(directive => names.Is(directive, "key") && IsResolvable(directive)).Select(FieldsOf).ToImmutableArray();
            if (!sets.IsEmpty)
            {
                keys[type.Name] = keys.TryGetValue(type.Name, out var known) ? [.. known, .. sets] : sets;
            }
        }

        return new EntityKeys(keys);
    }

    /// <summary>Whether the type is an entity here.</summary>
    public bool IsEntity(string typeName) => keys.ContainsKey(typeName);

    /// <summary>Whether the fields hold at least one key of the type whole.</summary>
    public bool AreGiven(string typeName, IReadOnlyDictionary<string, object?> fields) =>
        keys[typeName].Any(key => IsGiven(key, fields));

    // Recursion is bounded by the depth of the key, which the schema's author wrote.
    private static bool IsGiven(SelectionSetNode key, IReadOnlyDictionary<string, object?> fields) =>
        key.Selections.OfType<FieldNode>().All(field =>
            fields.GetValueOrDefault(field.Name) is { } value
            && (field.SelectionSet is not { } inner || (value is IReadOnlyDictionary<string, object?> map && IsGiven(inner, map))));

    private static bool IsResolvable(DirectiveNode key) =>
        key.Arguments.FirstOrDefault(argument => argument.Name == "resolvable")?.Value is not BooleanValueNode { Value: false };

    private static SelectionSetNode FieldsOf(DirectiveNode key)
    {
        var fields = key.Arguments.FirstOrDefault(argument => argument.Name == "fields")?.Value as StringValueNode;
        var document = Parser.Parse(new Language.Source($"{{ {fields?.Value} }}", "@key"), ParserLimits.Trusted).Require();
        return ((OperationDefinitionNode)document.Definitions[0]).SelectionSet;
    }
}
