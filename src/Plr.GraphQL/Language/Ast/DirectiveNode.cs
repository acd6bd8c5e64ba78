using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A directive as applied: <c>@name(arguments)</c>.</summary>
/// <remarks>GraphQL September 2025, 2.13 Directives.</remarks>
public sealed class DirectiveNode(
    Location location,
    string name,
    ImmutableArray<ArgumentNode> arguments)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Directive;

    /// <summary>The name without <c>@</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Arguments in document order; empty when there are none.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;
}
