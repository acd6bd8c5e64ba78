using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>An operation or a fragment: what a client may send.</summary>
public abstract class ExecutableDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet)
    : DefinitionNode(location, description, directives)
{
    /// <summary>What it selects.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}
