using System.Collections.Immutable;
using System.Text;
using Plr.GraphQL.Federation.Directives;
using Plr.GraphQL.Federation.Entities;
using Plr.GraphQL.Federation.Merging;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Language.Printing;

namespace Plr.GraphQL.Federation;

/// <summary>One subgraph: the document that its author wrote, and what a router asks of it.</summary>
/// <remarks>Apollo, "Federation subgraph specification": <c>_service</c>, <c>_entities</c>, <c>_Any</c> and <c>_Entity</c>.</remarks>
public sealed class Subgraph
{
    private readonly DocumentNode document;
    private readonly FederationNames names;

    private Subgraph(Source source, DocumentNode document)
    {
        Source = source;
        this.document = document;
        names = FederationNames.Of(document);
        Keys = EntityKeys.Of(document, names);
        QueryType = document.Definitions.OfType<SchemaDefinitionNode>()
            .SelectMany(schema => schema.OperationTypes)
            .FirstOrDefault(root => root.Operation == OperationType.Query)?.Type.Name ?? "Query";
    }

    /// <summary>The text as its author wrote it: what <c>_service { sdl }</c> answers, directives and all.</summary>
    public Source Source { get; }

    /// <summary>The name of the query root.</summary>
    public string QueryType { get; }

    internal EntityKeys Keys { get; }

    /// <summary>Reads a subgraph.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not GraphQL.</exception>
    public static Subgraph Parse(Source source) => new(source, Parser.Parse(source, ParserLimits.Trusted).Require());

    /// <summary>The documents that make its schema: its own, the definitions of the federation directives, and the router's fields.</summary>
    public ImmutableArray<Source> SchemaDocuments =>
    [
        HasLooseExtension() ? Print(SubgraphMerger.Normalise(document)) : Source,
        Print(FederationDefinitions.For(document, names)),
        new Source(RouterFields(), "federation"),
    ];

    private string RouterFields()
    {
        var text = new StringBuilder("scalar _Any\ntype _Service { sdl: String! }\n");
        if (Keys.EntityTypes.Length > 0)
        {
            text.Append("union _Entity = ").AppendJoin(" | ", Keys.EntityTypes).Append('\n');
        }

        var definesQuery = document.Definitions.OfType<ObjectTypeDefinitionNode>().Any(type => type.Name == QueryType);
        text.Append(definesQuery ? "extend type " : "type ").Append(QueryType).Append(" {\n  _service: _Service!\n");
        text.Append(Keys.EntityTypes.Length > 0 ? "  _entities(representations: [_Any!]!): [_Entity]! @listSize(slicingArguments: [\"representations\"])\n}\n" : "}\n");
        return text.ToString();
    }

    // Federation lets a subgraph extend what only another one defines.
    private bool HasLooseExtension()
    {
        var types = document.Definitions.OfType<TypeDefinitionNode>().ToList();
        return types.Exists(type => type.IsExtension && !types.Exists(other => !other.IsExtension && other.Name == type.Name));
    }

    private Source Print(DocumentNode node) => new(Printer.Print(node), Source.Name);
}
