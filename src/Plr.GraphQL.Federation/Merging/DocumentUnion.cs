using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Federation.Merging;

/// <summary>Collects the definitions of several documents, each name once.</summary>
internal sealed class DocumentUnion
{
    private readonly List<SchemaError> problems = [];
    private readonly List<string> order = [];
    private readonly Dictionary<string, TypeUnion> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinitionNode> directives = new(StringComparer.Ordinal);
    private readonly Dictionary<OperationType, OperationTypeDefinitionNode> roots = [];
    private readonly List<DirectiveNode> schemaDirectives = [];

    public void Add(DocumentNode document, IDocumentView view)
    {
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case SchemaDefinitionNode schema:
                    Add(schema, view);
                    break;
                case DirectiveDefinitionNode directive:
                    Add(directive);
                    break;
                case TypeDefinitionNode type when view.Shows(type.Directives):
                    Add(type, view);
                    break;
            }
        }
    }

    /// <summary>The union as one document: the schema definition where it says anything, directives, types in the order they came.</summary>
    /// <exception cref="SchemaException">The documents disagree.</exception>
    public DocumentNode ToDocument()
    {
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        if (schemaDirectives.Count > 0 || roots.Count > 0)
        {
            // Without root types it can only extend the schema that the types' names imply.
            definitions.Add(new SchemaDefinitionNode(default, null, [.. schemaDirectives], roots.Count == 0, [.. roots.Values]));
        }

        definitions.AddRange(directives.Values);
        definitions.AddRange(order.Select(name => types[name].ToDefinition()));
        return problems.Count == 0
            ? new DocumentNode(default, definitions.ToImmutable())
            : throw new SchemaException([.. problems]);
    }

    private void Add(SchemaDefinitionNode schema, IDocumentView view)
    {
        foreach (var root in schema.OperationTypes)
        {
            if (!roots.TryAdd(root.Operation, root) && roots[root.Operation].Type.Name != root.Type.Name)
            {
                problems.Add(new SchemaError("schema", $"`{root.Type.Name}` and `{roots[root.Operation].Type.Name}` are roots of the same operation", root.Location));
            }
        }

        if (view.ShowsSchemaDirectives)
        {
            schemaDirectives.AddRange(schema.Directives);
        }
    }

    private void Add(DirectiveDefinitionNode directive)
    {
        if (!directives.TryAdd(directive.Name, directive) && Signature(directives[directive.Name]) != Signature(directive))
        {
            problems.Add(new SchemaError("@" + directive.Name, $"differs from its definition at {directives[directive.Name].NameLocation}", directive.NameLocation));
        }
    }

    private void Add(TypeDefinitionNode type, IDocumentView view)
    {
        if (!types.TryGetValue(type.Name, out var union))
        {
            types.Add(type.Name, union = new TypeUnion(type, problems));
            order.Add(type.Name);
        }

        union.Add(type, view);
    }

    // What two documents must agree on; descriptions are for people.
    private static string Signature(DirectiveDefinitionNode directive) =>
        string.Join(' ', directive.Arguments.OrderBy(argument => argument.Name, StringComparer.Ordinal).Select(FieldUnion.Signature))
        + $" repeatable={directive.IsRepeatable} on {string.Join('|', directive.Locations.Order())}";
}
