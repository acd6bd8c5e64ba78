using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>A part of a type that has a name of its own: a field, an argument, an input field or an enum value.</summary>
public abstract class SchemaMember
{
    internal SchemaMember(string name, string? description, string coordinate, Location location)
    {
        Name = name;
        Description = description;
        Coordinate = coordinate;
        Location = location;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; }

    /// <summary>The schema coordinate, such as <c>Learner.achievements(first:)</c>.</summary>
    /// <remarks>GraphQL September 2025, 2.14 Schema Coordinates.</remarks>
    public string Coordinate { get; }

    /// <summary>Where it is defined.</summary>
    public Location Location { get; }

    /// <summary>Directives in source order.</summary>
    public AppliedDirectives Directives { get; internal set; } = AppliedDirectives.Empty;

    /// <summary>Whether it carries <c>@deprecated</c>.</summary>
    public bool IsDeprecated => Directives.Find("deprecated") is not null;

    /// <summary>Why it is deprecated, in Markdown; null when it is not.</summary>
    public string? DeprecationReason => Directives.Find("deprecated")?.Argument("reason") as string;

    /// <summary>The schema coordinate.</summary>
    public override string ToString() => Coordinate;
}
