using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Plr.GraphQL.Binding.Scalars;

// GraphQL September 2025, 3.5.5 ID: a string, or an integer that stands for the same string.
internal sealed class IdScalar : Scalar<string>
{
    public override bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out string value, out ScalarProblem problem)
    {
        problem = new ScalarProblem(ErrorCodes.InputCoercionFailed, "expected an ID: a string or an integer");
        value = input.Text;
        return input.Kind is ScalarInputKind.String or ScalarInputKind.Integer && value is not null;
    }

    public override void Write(string value, ResponseWriter writer) => writer.WriteString(value.AsSpan());

    internal override bool TryWriteOther(object value, ResponseWriter writer)
    {
        if (value is not (int or long or Guid))
        {
            return false;
        }

        writer.WriteString(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
        return true;
    }
}
