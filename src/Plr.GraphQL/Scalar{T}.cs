using System.Diagnostics.CodeAnalysis;

namespace Plr.GraphQL;

/// <summary>How values of one scalar are read from input and written to a response.</summary>
/// <typeparam name="T">The C# type of the values; for a value type, the type itself and not its nullable.</typeparam>
/// <remarks>GraphQL September 2025, 3.5 Scalars, result and input coercion. One instance serves all requests, so it holds no state.</remarks>
public abstract class Scalar<T> : Scalar
    where T : notnull
{
    /// <inheritdoc/>
    public sealed override Type RuntimeType => typeof(T);

    /// <summary>Input coercion: reads what a client wrote as a literal or in JSON.</summary>
    /// <returns>False with a <paramref name="problem"/> when the input is refused.</returns>
    public abstract bool TryRead(in ScalarInput input, [MaybeNullWhen(false)] out T value, out ScalarProblem problem);

    /// <summary>Result coercion: writes exactly one JSON value.</summary>
    /// <exception cref="GraphQLException">The value has no form on the wire; an execution error at its position.</exception>
    public abstract void Write(T value, ResponseWriter writer);

    internal sealed override bool TryReadBoxed(in ScalarInput input, out object? value, out ScalarProblem problem)
    {
        var read = TryRead(input, out var typed, out problem);
        value = read ? typed : null;
        return read;
    }

    internal sealed override bool TryWriteBoxed(object value, ResponseWriter writer)
    {
        if (value is not T typed)
        {
            return TryWriteOther(value, writer);
        }

        Write(typed, writer);
        return true;
    }

    // Result coercion of values that mean the same in another type, such as a short for an Int.
    internal virtual bool TryWriteOther(object value, ResponseWriter writer) => false;
}
