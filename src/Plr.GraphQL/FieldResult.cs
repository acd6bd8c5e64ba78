namespace Plr.GraphQL;

/// <summary>One parent's outcome in a batch: a value, or an error of its own that leaves the others alone.</summary>
/// <remarks><c>default</c> is the value <c>default(T)</c>.</remarks>
#pragma warning disable CA1815 // Results are read once, never compared.
public readonly struct FieldResult<T> : IFieldResult
#pragma warning restore CA1815
{
    private FieldResult(T? value, GraphQLError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value; <c>default</c> when there is an error.</summary>
    public T? Value { get; }

    /// <inheritdoc/>
    public GraphQLError? Error { get; }

    /// <inheritdoc/>
    public object? BoxedValue => Error is null ? Value : null;

    /// <summary>A value, which may be null where the field is nullable.</summary>
    public static FieldResult<T> Of(T? value) => new(value, null);

    /// <summary>An execution error at this parent's position.</summary>
    public static FieldResult<T> Failed(GraphQLError error) => new(default, error);

#pragma warning disable CA2225 // Of and Failed are the named alternates.
    /// <summary>A value.</summary>
    public static implicit operator FieldResult<T>(T? value) => Of(value);

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<T>(GraphQLError error) => Failed(error);
#pragma warning restore CA2225
}
