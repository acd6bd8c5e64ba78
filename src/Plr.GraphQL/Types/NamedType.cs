using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>A type with a name: everything but lists and non-nulls.</summary>
/// <remarks>GraphQL September 2025, 3.4 Types.</remarks>
public abstract class NamedType : GraphQLType
{
    internal NamedType(string name, string? description, Location location)
    {
        Name = name;
        Description = description;
        Location = location;
    }

    /// <summary>The name, which is also the schema coordinate.</summary>
    public string Name { get; }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; }

    /// <summary>Where it is defined.</summary>
    public Location Location { get; }

    /// <summary>Position among <see cref="Schema.Types"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>Directives on the definition and its extensions, in that order.</summary>
    public AppliedDirectives Directives { get; internal set; } = AppliedDirectives.Empty;

    /// <inheritdoc/>
    public override NamedType UnderlyingType => this;

    /// <summary>Whether the specification reserves it for introspection: the name starts with two underscores.</summary>
    public bool IsIntrospection => Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
