using System.Collections.Immutable;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types;

/// <summary>A directive that documents or schemas may apply.</summary>
/// <remarks>GraphQL September 2025, 3.13 Directives.</remarks>
public sealed class DirectiveDefinition
{
    internal DirectiveDefinition(
        string name,
        string? description,
        Location location,
        bool isRepeatable,
        ImmutableArray<DirectiveLocation> locations,
        bool isBuiltIn)
    {
        Name = name;
        Description = description;
        Location = location;
        IsRepeatable = isRepeatable;
        Locations = locations;
        IsBuiltIn = isBuiltIn;
    }

    /// <summary>The name without <c>@</c>.</summary>
    public string Name { get; }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; }

    /// <summary>Where it is defined.</summary>
    public Location Location { get; }

    /// <summary>Whether one place may carry it more than once.</summary>
    public bool IsRepeatable { get; }

    /// <summary>Where it may stand, in source order.</summary>
    public ImmutableArray<DirectiveLocation> Locations { get; }

    /// <summary>Whether the specification defines it.</summary>
    public bool IsBuiltIn { get; }

    /// <summary>The arguments in source order.</summary>
    public ImmutableArray<InputValueDefinition> Arguments { get; internal set; } = [];

    /// <summary>The schema coordinate, such as <c>@key</c>.</summary>
    public string Coordinate => $"@{Name}";

    /// <summary>The argument of that name; null when there is none.</summary>
    public InputValueDefinition? FindArgument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }

    /// <summary>The schema coordinate.</summary>
    public override string ToString() => Coordinate;
}
