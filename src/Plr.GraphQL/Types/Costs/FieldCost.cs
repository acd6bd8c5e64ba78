namespace Plr.GraphQL.Types.Costs;

/// <summary>What the schema says of one field's cost.</summary>
internal sealed class FieldCost
{
    /// <summary>One resolution, in thousandths.</summary>
    public required long Weight { get; init; }

    /// <summary>By argument index, in thousandths; empty when no argument has a weight.</summary>
    public required long[] ArgumentWeights { get; init; }

    /// <summary>Null when nothing is known.</summary>
    public required ListSize? Size { get; init; }

    /// <summary>Whether fields of input objects in its arguments have weights or slice.</summary>
    public required bool LooksIntoInputs { get; init; }

    /// <summary>Whether the cost depends on arguments at all.</summary>
    public bool DependsOnArguments => ArgumentWeights.Length > 0 || LooksIntoInputs || Size is { Slicing.Length: > 0 };
}
