using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Plr.GraphQL.Binding.Scalars;

// GraphQL September 2025, 3.5.3 String.
internal sealed class StringScalar : Scalar<string>
{
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out string value, out ScalarProblem problem)
    {
        problem = new ScalarProblem(ErrorCodes.InputCoercionFailed, "expected a string");
        return input.TryGetString(out value);
    }

    public override void Write(string value, ResponseWriter writer) => writer.WriteString(value.AsSpan());

    internal override bool TryWriteOther(object value, ResponseWriter writer)
    {
        switch (value)
        {
            case bool flag:
                writer.WriteString(flag ? "true" : "false");
                return true;
            case int or long or short or byte or decimal:
                writer.WriteString(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }
}
