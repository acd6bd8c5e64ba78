using System.Globalization;
using System.Text.Json;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Scalars;

/// <summary><c>String</c>: Unicode text, as <see cref="string"/>.</summary>
/// <remarks>GraphQL September 2025, 3.5.3 String.</remarks>
public sealed class StringCoercion : ScalarCoercion
{
    /// <inheritdoc/>
    public override bool TryCoerceLiteral(ValueNode literal, out object? value)
    {
        value = (literal as StringValueNode)?.Value;
        return value is not null;
    }

    /// <inheritdoc/>
    public override bool TryCoerceJson(JsonElement json, out object? value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        return value is not null;
    }

    /// <summary>Accepts text, and numbers and booleans as the text that JSON has for them.</summary>
    public override bool TryWriteResult(Utf8JsonWriter writer, object value)
    {
        var text = value switch
        {
            string plain => plain,
            bool boolean => boolean ? "true" : "false",
            int or long or double or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null)
        {
            return false;
        }

        writer.WriteStringValue(text);
        return true;
    }
}
