using System.Collections.Frozen;

namespace Plr.GraphQL.Types.Costs;

/// <summary>How many items a list holds at most, by <c>@listSize</c> or by the habit of connections.</summary>
internal sealed record ListSize
{
    /// <summary>The items when no slicing argument is given; null leaves it to the server's default page.</summary>
    public int? Assumed { get; init; }

    public SlicingArgument[] Slicing { get; init; } = [];

    /// <summary>The lists of the field's object that are bounded; empty when the field itself is the list.</summary>
    public FrozenSet<string> SizedFields { get; init; } = [];

    /// <summary>The object type below one object of which <see cref="Assumed"/> bounds all lists of the field together; null when it bounds each.</summary>
    public ObjectType? Within { get; init; }

    /// <summary>Whether exactly one slicing argument must be given.</summary>
    public bool RequiresOne { get; init; }

    /// <summary>The items that the field may give at most whatever it is asked; null when that depends.</summary>
    public int? Most => SizedFields.Count == 0 && Slicing.Length == 0 ? Assumed : null;
}
