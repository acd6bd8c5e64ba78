using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A definition at the top of a document.</summary>
/// <remarks>GraphQL September 2025, 2.3 Document.</remarks>
public abstract class DefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(location)
{
    /// <summary>The description before the definition; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>Applied directives in document order; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
