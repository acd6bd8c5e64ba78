using System.Globalization;
using System.Text.Json;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Scalars;

/// <summary><c>ID</c>: an opaque identifier, as <see cref="string"/>.</summary>
/// <remarks>GraphQL September 2025, 3.5.5 ID.</remarks>
public sealed class IdCoercion : ScalarCoercion
{
    /// <summary>Accepts strings and integers; <c>4</c> and <c>"4"</c> are the same identifier.</summary>
    public override bool TryCoerceLiteral(ValueNode literal, out object? value)
    {
        value = literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Value,
            _ => null,
        };
        return value is not null;
    }

    /// <summary>Accepts strings and numbers written without fraction or exponent.</summary>
    public override bool TryCoerceJson(JsonElement json, out object? value)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number when json.GetRawText() is var text && !text.AsSpan().ContainsAny('.', 'e', 'E') => text,
            _ => null,
        };
        return value is not null;
    }

    /// <summary>Accepts text, integers and <see cref="Guid"/>.</summary>
    public override bool TryWriteResult(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                return true;
            case int or long:
                writer.WriteStringValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return true;
            case Guid guid:
                writer.WriteStringValue(guid);
                return true;
            default:
                return false;
        }
    }
}
