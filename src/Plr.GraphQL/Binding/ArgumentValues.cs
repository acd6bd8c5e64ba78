namespace Plr.GraphQL.Binding;

/// <summary>The coerced arguments of a field, by their index in the schema document.</summary>
/// <remarks>GraphQL September 2025, 6.4.1 Coercing Field Arguments.</remarks>
public sealed class ArgumentValues : CoercedValues
{
    internal ArgumentValues(object?[] values)
        : base(values)
    {
    }

    /// <summary>No arguments.</summary>
    public static ArgumentValues None { get; } = new([]);
}
