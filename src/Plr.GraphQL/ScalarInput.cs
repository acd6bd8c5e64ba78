using System.Globalization;

namespace Plr.GraphQL;

/// <summary>What a client wrote where a scalar stands: from a literal or from JSON, no difference to the scalar. Never null.</summary>
#pragma warning disable CA1815 // Inputs are read once, never compared.
public readonly struct ScalarInput
#pragma warning restore CA1815
{
    private readonly object value;

    private ScalarInput(ScalarInputKind kind, object value)
    {
        Kind = kind;
        this.value = value;
    }

    /// <summary>What was written.</summary>
    public ScalarInputKind Kind { get; }

    /// <summary>The string, the enum name, or the digits of a number as written; null for the other kinds.</summary>
    public string? Text => value as string;

    /// <summary>A list as <c>IReadOnlyList&lt;object?&gt;</c>, an object as <c>IReadOnlyDictionary&lt;string, object?&gt;</c>,
    /// holding strings, longs, doubles, booleans, nulls and further lists and objects; null for the other kinds.</summary>
    public object? Structure => Kind is ScalarInputKind.List or ScalarInputKind.Object ? value : null;

    /// <summary>A string.</summary>
    public static ScalarInput FromString(string text) => new(ScalarInputKind.String, text);

    /// <summary>A number as written; whether it is an integer is read off the text.</summary>
    public static ScalarInput FromNumber(string text) =>
        new(text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? ScalarInputKind.Integer : ScalarInputKind.Float, text);

    /// <summary>A boolean.</summary>
    public static ScalarInput FromBoolean(bool flag) => new(ScalarInputKind.Boolean, flag ? BooleanBox.True : BooleanBox.False);

    /// <summary>A name.</summary>
    public static ScalarInput FromEnum(string name) => new(ScalarInputKind.Enum, name);

    /// <summary>A list, in the form of <see cref="Structure"/>.</summary>
    public static ScalarInput FromList(IReadOnlyList<object?> items) => new(ScalarInputKind.List, items);

    /// <summary>An object, in the form of <see cref="Structure"/>.</summary>
    public static ScalarInput FromObject(IReadOnlyDictionary<string, object?> fields) => new(ScalarInputKind.Object, fields);

    /// <summary>The string, when one was written.</summary>
    public bool TryGetString(out string text)
    {
        text = Kind is ScalarInputKind.String ? (string)value : "";
        return Kind is ScalarInputKind.String;
    }

    /// <summary>The boolean, when one was written.</summary>
    public bool TryGetBoolean(out bool flag)
    {
        flag = Kind is ScalarInputKind.Boolean && (bool)value;
        return Kind is ScalarInputKind.Boolean;
    }

    /// <summary>The number, when one without a fractional part was written that fits: <c>3</c> and <c>3.0</c>, not <c>3.5</c>.</summary>
    public bool TryGetInt64(out long number)
    {
        number = 0;
        if (Kind is ScalarInputKind.Integer)
        {
            return long.TryParse((string)value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        }

        // JSON has one kind of number, so 3.0 is the integer 3. Beyond 2^53 a double no longer names one integer.
        if (Kind is not ScalarInputKind.Float || !TryGetDouble(out var real) || Math.Abs(real) > 1L << 53 || real != Math.Floor(real))
        {
            return false;
        }

        number = (long)real;
        return true;
    }

    /// <summary>The number, when a finite one was written.</summary>
    public bool TryGetDouble(out double number)
    {
        number = 0;
        return Kind is ScalarInputKind.Integer or ScalarInputKind.Float
            && double.TryParse((string)value, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    /// <summary>The kind alone: the value may be personal data.</summary>
    public override string ToString() => Kind.ToString();

    private static class BooleanBox
    {
        internal static readonly object True = true;
        internal static readonly object False = false;
    }
}
