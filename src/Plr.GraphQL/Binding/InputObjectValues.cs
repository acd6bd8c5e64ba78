namespace Plr.GraphQL.Binding;

/// <summary>The coerced fields of an input object, by their index in the schema document.</summary>
/// <remarks>GraphQL September 2025, 3.10 Input Objects, input coercion. It is itself the value of an input object that is bound to no C# type.</remarks>
public sealed class InputObjectValues : CoercedValues
{
    internal InputObjectValues(object?[] values)
        : base(values)
    {
    }
}
