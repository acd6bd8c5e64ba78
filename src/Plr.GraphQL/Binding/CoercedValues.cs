namespace Plr.GraphQL.Binding;

/// <summary>Coerced inputs by their index in the schema document: the arguments of a field, or the fields of an input object.</summary>
/// <remarks>GraphQL September 2025, 6.4.1 Coercing Field Arguments and 3.10 Input Objects, input coercion.
/// An input that was not given and has no default is absent, which is not null.</remarks>
public abstract class CoercedValues
{
    /// <summary>Stands where an input was not given; null stands for null.</summary>
    internal static readonly object Absent = new();

    private readonly object?[] values;

    private protected CoercedValues(object?[] values) => this.values = values;

    /// <summary>How many inputs the schema declares.</summary>
    public int Count => values.Length;

    /// <summary>Whether the input was given or has a default; a given null counts.</summary>
    public bool Has(int index) => !ReferenceEquals(values[index], Absent);

    /// <summary>The value, <c>default(T)</c> when absent or null.</summary>
    /// <typeparam name="T">The bound C# type; nullable where the schema allows null. For lists see <see cref="GetList{T}"/>.</typeparam>
    public T Get<T>(int index) =>
        values[index] is { } value && !ReferenceEquals(value, Absent) ? (T)value : default!; // Non-null where the schema says so: coercion saw to it.

    /// <summary>A list; null when absent or null.</summary>
    /// <typeparam name="T">The item's C# type; nullable where the schema allows null items.</typeparam>
    public T[]? GetList<T>(int index) => ToList<T>(values[index]);

    /// <summary>A list of lists; null when absent or null. Inner lists that are null stay null.</summary>
    public T[]?[]? GetNestedList<T>(int index)
    {
        if (values[index] is not object?[] outer)
        {
            return null;
        }

        var lists = new T[]?[outer.Length];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = ToList<T>(outer[i]);
        }

        return lists;
    }

    /// <summary>The value with its absence told apart from null.</summary>
    public Optional<T> GetOptional<T>(int index) => Has(index) ? new Optional<T>(Get<T>(index)) : default;

    /// <summary>A list with its absence told apart from null.</summary>
    public Optional<T[]?> GetOptionalList<T>(int index) => Has(index) ? new Optional<T[]?>(GetList<T>(index)) : default;

    // Absent is no array either.
    private static T[]? ToList<T>(object? value)
    {
        if (value is not object?[] items)
        {
            return null;
        }

        var list = new T[items.Length];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = items[i] is { } item ? (T)item : default!; // As in Get.
        }

        return list;
    }

    internal object? Raw(int index) => values[index];
}
