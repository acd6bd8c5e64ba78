namespace Plr.Domain.Combination;

/// <summary>Names a unit inside rules of combination: a unit number of the register, or any other catalogue's own identifier.</summary>
/// <remarks>
/// A rule may come from a published specification that has its own unit codes, so the key is any non-empty text; it is compared
/// ordinally. <c>default</c> names no unit: its <see cref="Value"/> is the empty string.
/// </remarks>
public readonly record struct UnitKey(string Value) : IComparable<UnitKey>
{
    /// <summary>The text of the key; empty for <c>default</c>.</summary>
    public string Value { get; } = Value ?? string.Empty;

    /// <summary>Ordinal order of the texts.</summary>
    public int CompareTo(UnitKey other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>A key from its text.</summary>
    public static implicit operator UnitKey(string value) => new(value);

    /// <summary>The key with that text.</summary>
    public static UnitKey FromString(string value) => new(value);

    /// <summary>The text.</summary>
    public override string ToString() => Value ?? string.Empty;

    /// <summary>Whether the first comes before the second.</summary>
    public static bool operator <(UnitKey left, UnitKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first comes after the second.</summary>
    public static bool operator >(UnitKey left, UnitKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first does not come after the second.</summary>
    public static bool operator <=(UnitKey left, UnitKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first does not come before the second.</summary>
    public static bool operator >=(UnitKey left, UnitKey right) => left.CompareTo(right) >= 0;
}
