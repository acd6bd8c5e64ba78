namespace Plr.GraphQL.Language.Ast;

/// <summary>An input value: a literal, or a variable in its place.</summary>
/// <remarks>GraphQL September 2025, 2.10 Input Values.</remarks>
public abstract class ValueNode(Location location) : SyntaxNode(location);
