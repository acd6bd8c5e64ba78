using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A named type of the schema, or an extension of one.</summary>
/// <remarks>GraphQL September 2025, 3.4 Types and 3.4.3 Type Extensions.</remarks>
public abstract class TypeDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    string name,
    Location nameLocation)
    : DefinitionNode(location, description, directives)
{
    /// <summary>Whether it was written with <c>extend</c>; then it has no description.</summary>
    public bool IsExtension { get; } = isExtension;

    /// <summary>The name of the type.</summary>
    public string Name { get; } = name;

    /// <summary>Where the name alone stands, for messages that point at it.</summary>
    public Location NameLocation { get; } = nameLocation;
}
