using System.Globalization;
using System.Text.Json;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Scalars;

/// <summary><c>Int</c>: a signed 32-bit number, as <see cref="int"/>.</summary>
/// <remarks>GraphQL September 2025, 3.5.1 Int.</remarks>
public sealed class IntCoercion : ScalarCoercion
{
    /// <inheritdoc/>
    public override bool TryCoerceLiteral(ValueNode literal, out object? value)
    {
        var isInt = int.TryParse(
            (literal as IntValueNode)?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        value = isInt ? number : null;
        return isInt;
    }

    /// <summary>Accepts <c>1</c> and, since JSON does not tell them apart, <c>1.0</c>.</summary>
    public override bool TryCoerceJson(JsonElement json, out object? value)
    {
        value = json.ValueKind != JsonValueKind.Number ? null
            : json.TryGetInt32(out var number) ? number
            : json.TryGetDouble(out var real) ? FromDouble(real)
            : null;
        return value is not null;
    }

    /// <summary>Accepts the integer types in range, and a floating point number without a fraction.</summary>
    public override bool TryWriteResult(Utf8JsonWriter writer, object value)
    {
        long? number = value switch
        {
            int small => small,
            long large => large,
            short small => small,
            byte small => small,
            uint small => small,
            double real => FromDouble(real),
            _ => null,
        };
        if (number is not (>= int.MinValue and <= int.MaxValue))
        {
            return false;
        }

        writer.WriteNumberValue(number.Value);
        return true;
    }

    private static int? FromDouble(double real) =>
        real is >= int.MinValue and <= int.MaxValue && Math.Floor(real) == real ? (int)real : null;
}
