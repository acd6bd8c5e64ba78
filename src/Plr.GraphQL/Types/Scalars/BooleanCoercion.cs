using System.Text.Json;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types.Scalars;

/// <summary><c>Boolean</c>, as <see cref="bool"/>.</summary>
/// <remarks>GraphQL September 2025, 3.5.4 Boolean.</remarks>
public sealed class BooleanCoercion : ScalarCoercion
{
    /// <inheritdoc/>
    public override bool TryCoerceLiteral(ValueNode literal, out object? value)
    {
        value = (literal as BooleanValueNode)?.Value;
        return value is not null;
    }

    /// <inheritdoc/>
    public override bool TryCoerceJson(JsonElement json, out object? value)
    {
        value = json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public override bool TryWriteResult(Utf8JsonWriter writer, object value)
    {
        if (value is not bool boolean)
        {
            return false;
        }

        writer.WriteBooleanValue(boolean);
        return true;
    }
}
