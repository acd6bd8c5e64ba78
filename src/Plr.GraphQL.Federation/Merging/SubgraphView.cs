using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Federation.Merging;

/// <summary>A subgraph as it is: everything is seen.</summary>
internal sealed class SubgraphView : IDocumentView
{
    private SubgraphView()
    {
    }

    public static SubgraphView Instance { get; } = new();

    public bool ShowsSchemaDirectives => true;

    public bool Shows(ImmutableArray<DirectiveNode> directives) => true;

    public bool Shows(DirectiveNode directive) => true;
}
