namespace Plr.GraphQL.Binding.Scalars;

// GraphQL September 2025, 3.5.4 Boolean.
internal sealed class BooleanScalar : Scalar<bool>
{
    public override bool TryRead(in ScalarInput input, out bool value, out ScalarProblem problem)
    {
        problem = new ScalarProblem(ErrorCodes.InputCoercionFailed, "expected a Boolean");
        return input.TryGetBoolean(out value);
    }

    public override void Write(bool value, ResponseWriter writer) => writer.WriteBoolean(value);
}
