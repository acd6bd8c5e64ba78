using Plr.GraphQL.Generators.Code;

namespace Plr.GraphQL.Generators.Emission;

/// <summary>Writes the expression that reads one coerced input in the type of its parameter.</summary>
internal static class InputValue
{
    /// <param name="values">The name of the coerced values in the generated lambda.</param>
    /// <param name="index">Of the argument or input field in the schema.</param>
    public static string Read(string values, ResolverParameter parameter, int index)
    {
        if (parameter.OptionalOf is { } optional)
        {
            return optional.Item is { } optionalItem
                ? $"{values}.GetOptionalList<{optionalItem.Annotated}>({index})"
                : $"{values}.GetOptional<{optional.Annotated}>({index})";
        }

        var type = parameter.Type;
        if (type.Item is not { } item)
        {
            return $"{values}.Get<{type.Annotated}>({index})";
        }

        var list = item.Item is { } inner ? $"{values}.GetNestedList<{inner.Annotated}>({index})" : $"{values}.GetList<{item.Annotated}>({index})";
        return (type.IsNullable ? list : list + "!") is var read && IsArrayAssignable(type) ? read
            : type.IsNullable ? $"{list} is {{ }} list{index} ? [.. list{index}] : null"
            : $"[.. {list}!]";
    }

    private static bool IsArrayAssignable(ClrType type) =>
        type.Name.EndsWith("[]", StringComparison.Ordinal)
        || type.Name.StartsWith("global::System.Collections.Generic.I", StringComparison.Ordinal);
}
