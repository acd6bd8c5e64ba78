using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>The declaration of one variable of an operation.</summary>
/// <remarks>GraphQL September 2025, 2.11 Variables.</remarks>
public sealed class VariableDefinitionNode(
    Location location,
    StringValueNode? description,
    VariableNode variable,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.VariableDefinition;

    /// <summary>The description before the definition; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The variable it declares.</summary>
    public VariableNode Variable { get; } = variable;

    /// <summary>Its type as written.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>A constant; null when the variable has no default, which is not the literal null.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>Applied directives in document order; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
