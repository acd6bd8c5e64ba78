using System.Collections.Immutable;
using Plr.GraphQL.Federation.Directives;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Federation.Merging;

/// <summary>A subgraph as a client of the whole sees it: without what only composers and routers read.</summary>
internal sealed class CombinedView(FederationNames names) : IDocumentView
{
    public bool ShowsSchemaDirectives => false;

    public bool Shows(ImmutableArray<DirectiveNode> directives) =>
        !directives.Any(directive => names.Is(directive, "inaccessible") || names.Is(directive, "external"));

    public bool Shows(DirectiveNode directive) => !names.IsFederation(directive);
}
