using System.Globalization;
using System.Text.Json;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Scalars;

/// <summary><c>Float</c>: a finite double-precision number, as <see cref="double"/>.</summary>
/// <remarks>GraphQL September 2025, 3.5.2 Float.</remarks>
public sealed class FloatCoercion : ScalarCoercion
{
    /// <summary>Accepts integer literals as well.</summary>
    public override bool TryCoerceLiteral(ValueNode literal, out object? value)
    {
        var text = literal switch
        {
            IntValueNode number => number.Value,
            FloatValueNode number => number.Value,
            _ => null,
        };
        var isFloat = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real);
        value = isFloat ? real : null;
        return isFloat;
    }

    /// <inheritdoc/>
    public override bool TryCoerceJson(JsonElement json, out object? value)
    {
        var isFloat = json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var real) && double.IsFinite(real);
        value = isFloat ? json.GetDouble() : null;
        return isFloat;
    }

    /// <summary>Accepts every number type; refuses NaN and the infinities.</summary>
    public override bool TryWriteResult(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case double real when double.IsFinite(real):
                writer.WriteNumberValue(real);
                return true;
            case float real when float.IsFinite(real):
                writer.WriteNumberValue(real);
                return true;
            case decimal exact:
                writer.WriteNumberValue(exact);
                return true;
            case int or long or short or byte or uint:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }
}
