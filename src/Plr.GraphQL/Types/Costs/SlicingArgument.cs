namespace Plr.GraphQL.Types.Costs;

/// <summary>An argument, or a field of an input object in one, that bounds a list.</summary>
/// <param name="Name">As the schema writes it, such as <c>first</c> or <c>filter.max</c>.</param>
/// <param name="Path">The argument's index, then those of input fields.</param>
internal sealed record SlicingArgument(string Name, int[] Path)
{
    /// <summary>Whether it stands inside an input object.</summary>
    public bool IsNested => Path.Length > 1;
}
