using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A selected field: alias, name, arguments, directives and what is selected below it.</summary>
/// <remarks>GraphQL September 2025, 2.6 Fields.</remarks>
public sealed class FieldNode(
    Location location,
    string? alias,
    string name,
    ImmutableArray<ArgumentNode> arguments,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode? selectionSet)
    : SelectionNode(location, directives)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Field;

    /// <summary>The name before the colon; null when there is none.</summary>
    public string? Alias { get; } = alias;

    /// <summary>The field it names.</summary>
    public string Name { get; } = name;

    /// <summary>The key of the field in the response: the alias, or else the name.</summary>
    public string ResponseName { get; } = alias ?? name;

    /// <summary>Arguments in document order; empty when there are none.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;

    /// <summary>What is selected below; null for a leaf.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;
}
