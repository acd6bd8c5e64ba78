using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A query, mutation or subscription.</summary>
/// <remarks>GraphQL September 2025, 2.4 Operations. An anonymous operation has the location of its first token as its name location.</remarks>
public sealed class OperationDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    OperationType operation,
    string? name,
    Location nameLocation,
    ImmutableArray<VariableDefinitionNode> variableDefinitions)
    : ExecutableDefinitionNode(location, description, directives, selectionSet)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationDefinition;

    /// <summary>Which of the three.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>The name; null for an anonymous operation.</summary>
    public string? Name { get; } = name;

    /// <summary>Where the name alone stands, for messages that point at it.</summary>
    public Location NameLocation { get; } = nameLocation;

    /// <summary>Variables in document order; empty when there are none.</summary>
    public ImmutableArray<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;
}
