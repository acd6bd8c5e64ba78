using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Federation.Merging;

/// <summary>What of a subgraph's document is seen.</summary>
internal interface IDocumentView
{
    /// <summary>Whether a definition, field, value or argument with these directives is seen at all.</summary>
    bool Shows(ImmutableArray<DirectiveNode> directives);

    /// <summary>Whether an applied directive is seen.</summary>
    bool Shows(DirectiveNode directive);

    /// <summary>Whether the directives of the schema definition are seen.</summary>
    bool ShowsSchemaDirectives { get; }
}
