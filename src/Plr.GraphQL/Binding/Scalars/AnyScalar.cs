using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Plr.GraphQL.Binding.Scalars;

/// <summary>A scalar without a form of its own: it takes every value, as <c>_Any</c> of a federated subgraph does.</summary>
/// <remarks>Read values are strings, longs, doubles, booleans, <c>IReadOnlyList&lt;object?&gt;</c> and
/// <c>IReadOnlyDictionary&lt;string, object?&gt;</c>; the same are written.</remarks>
public sealed class AnyScalar : Scalar<object>
{
    /// <inheritdoc/>
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out object value, out ScalarProblem problem)
    {
        problem = default;
        value = input.Kind switch
        {
            ScalarInputKind.Boolean => input.TryGetBoolean(out var flag) && flag,
            ScalarInputKind.Integer when input.TryGetInt64(out var number) => number,
            ScalarInputKind.Integer or ScalarInputKind.Float when input.TryGetDouble(out var real) => real,
            ScalarInputKind.List or ScalarInputKind.Object => input.Structure!, // These two kinds have one.
            _ => input.Text!, // The others have a text.
        };
        return true;
    }

    /// <inheritdoc/>
    public override void Write(object value, ResponseWriter writer)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(text.AsSpan());
                break;
            case bool flag:
                writer.WriteBoolean(flag);
                break;
            case double or float:
                writer.WriteNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case decimal exact:
                writer.WriteNumber(exact);
                break;
            case int or long or short or byte or uint:
                writer.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object?> fields:
                WriteObject(fields, writer);
                break;
            case IReadOnlyList<object?> items:
                WriteList(items, writer);
                break;
            case Enum name:
                writer.WriteString(name.ToString());
                break;
            case IFormattable formattable:
                writer.WriteString(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                throw new GraphQLException(ErrorCodes.ResultCoercionFailed, "the value has no form in the response");
        }
    }

    internal void WriteNullable(object? value, ResponseWriter writer)
    {
        if (value is null)
        {
            writer.WriteNull();
        }
        else
        {
            Write(value, writer);
        }
    }

    private void WriteObject(IReadOnlyDictionary<string, object?> fields, ResponseWriter writer)
    {
        writer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var (name, value) in fields)
        {
            if (!isFirst)
            {
                writer.WriteByte((byte)',');
            }

            isFirst = false;
            writer.WriteString(name.AsSpan());
            writer.WriteByte((byte)':');
            WriteNullable(value, writer);
        }

        writer.WriteByte((byte)'}');
    }

    private void WriteList(IReadOnlyList<object?> items, ResponseWriter writer)
    {
        writer.WriteByte((byte)'[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                writer.WriteByte((byte)',');
            }

            WriteNullable(items[i], writer);
        }

        writer.WriteByte((byte)']');
    }
}
