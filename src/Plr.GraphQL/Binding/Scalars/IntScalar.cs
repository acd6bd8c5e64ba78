namespace Plr.GraphQL.Binding.Scalars;

// GraphQL September 2025, 3.5.1 Int: 32 bits, signed.
internal sealed class IntScalar : Scalar<int>
{
    public override bool TryRead(in ScalarInput input, out int value, out ScalarProblem problem)
    {
        problem = new ScalarProblem(ErrorCodes.InputCoercionFailed, "expected an Int: a whole number of 32 bits");
        var read = input.TryGetInt64(out var number) && number is >= int.MinValue and <= int.MaxValue;
        value = read ? (int)number : 0;
        return read;
    }

    public override void Write(int value, ResponseWriter writer) => writer.WriteNumber((long)value);

    internal override bool TryWriteOther(object value, ResponseWriter writer)
    {
        long? number = value switch
        {
            long large => large,
            short small => small,
            byte small => small,
            uint large => large,
            double real when real == Math.Floor(real) && Math.Abs(real) <= int.MaxValue => (long)real,
            _ => null,
        };
        if (number is not (>= int.MinValue and <= int.MaxValue))
        {
            return false;
        }

        writer.WriteNumber(number.Value);
        return true;
    }
}
