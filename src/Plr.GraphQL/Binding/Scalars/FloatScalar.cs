using System.Globalization;

namespace Plr.GraphQL.Binding.Scalars;

// GraphQL September 2025, 3.5.2 Float: finite numbers only, in and out.
internal sealed class FloatScalar : Scalar<double>
{
    public override bool TryRead(in ScalarInput input, out double value, out ScalarProblem problem)
    {
        problem = new ScalarProblem(ErrorCodes.InputCoercionFailed, "expected a Float: a finite number");
        return input.TryGetDouble(out value);
    }

    public override void Write(double value, ResponseWriter writer) => writer.WriteNumber(value);

    internal override bool TryWriteOther(object value, ResponseWriter writer)
    {
        switch (value)
        {
            case float real:
                // By its own shortest form: 0.1f is 0.1, not 0.10000000149011612.
                writer.WriteNumber(double.Parse(real.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                return true;
            case decimal exact:
                writer.WriteNumber(exact);
                return true;
            case int or long or short or byte or uint:
                writer.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }
}
