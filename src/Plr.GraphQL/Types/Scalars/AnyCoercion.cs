using System.Globalization;
using System.Text.Json;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Scalars;

/// <summary>A custom scalar of which nothing is known: it accepts every value and passes it on.</summary>
/// <remarks>Literals: <see cref="string"/> (also for enum values), <see cref="long"/> or <see cref="double"/>,
/// <see cref="bool"/>, null, <c>object?[]</c>, dictionary by name. JSON is kept as a <see cref="JsonElement"/>.</remarks>
public sealed class AnyCoercion : ScalarCoercion
{
    /// <inheritdoc/>
    public override bool TryCoerceLiteral(ValueNode literal, out object? value)
    {
        value = literal switch
        {
            StringValueNode text => text.Value,
            EnumValueNode name => name.Value,
            BooleanValueNode boolean => boolean.Value,
            IntValueNode number when long.TryParse(number.Value, CultureInfo.InvariantCulture, out var whole) => whole,
            IntValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
            FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
            _ => null,
        };
        return literal switch
        {
            ListValueNode list => TryCoerceList(list, out value),
            ObjectValueNode map => TryCoerceObject(map, out value),
            _ => literal.Kind != SyntaxKind.Variable,
        };
    }

    /// <summary>Every literal, variables inside it included.</summary>
    public override bool IsValidLiteral(ValueNode literal) => true;

    /// <inheritdoc/>
    public override bool TryCoerceJson(JsonElement json, out object? value)
    {
        value = json.Clone();
        return true;
    }

    /// <summary>Accepts what JSON can hold; other values as the invariant text they format to.</summary>
    public override bool TryWriteResult(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case JsonElement json:
                json.WriteTo(writer);
                return true;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                return true;
            case int or long or short or byte or uint:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            case double real when double.IsFinite(real):
                writer.WriteNumberValue(real);
                return true;
            case decimal exact:
                writer.WriteNumberValue(exact);
                return true;
            case string text:
                writer.WriteStringValue(text);
                return true;
            case IFormattable formattable and not (double or float):
                writer.WriteStringValue(formattable.ToString(null, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    private bool TryCoerceList(ListValueNode list, out object? value)
    {
        var items = new object?[list.Items.Length];
        value = items;
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryCoerceLiteral(list.Items[i], out items[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryCoerceObject(ObjectValueNode map, out object? value)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        value = entries;
        foreach (var field in map.Fields)
        {
            if (!TryCoerceLiteral(field.Value, out var entry) || !entries.TryAdd(field.Name, entry))
            {
                return false;
            }
        }

        return true;
    }
}
