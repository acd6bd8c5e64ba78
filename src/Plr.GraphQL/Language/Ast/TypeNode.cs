namespace Plr.GraphQL.Language.Ast;

/// <summary>A reference to a type, as a variable or a schema writes it.</summary>
/// <remarks>GraphQL September 2025, 2.12 Type References.</remarks>
public abstract class TypeNode(Location location) : SyntaxNode(location);
