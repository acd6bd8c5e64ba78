namespace Plr.GraphQL;

/// <summary>An input that may be absent, which is not the same as null: leave as it is, or set to null.</summary>
/// <remarks><c>default</c> is absent.</remarks>
public readonly record struct Optional<T>
{
    /// <summary>A value that was given; it may be null where <typeparamref name="T"/> allows it.</summary>
    public Optional(T value)
    {
        HasValue = true;
        Value = value;
    }

    /// <summary>Whether the client gave the input at all.</summary>
    public bool HasValue { get; }

    /// <summary>What the client gave; <c>default</c> when absent.</summary>
    public T? Value { get; }

    /// <summary>What was given, or <paramref name="fallback"/> when absent.</summary>
    public T? GetValueOr(T? fallback) => HasValue ? Value : fallback;

#pragma warning disable CA2225 // The constructor is the named alternate.
    /// <summary>A value that was given.</summary>
    public static implicit operator Optional<T>(T value) => new(value);
#pragma warning restore CA2225
}
