namespace Plr.GraphQL;

/// <summary>How values of one leaf type are read and written; derive from <see cref="Scalar{T}"/>.</summary>
public abstract class Scalar
{
    private protected Scalar()
    {
    }

    /// <summary>The C# type of the values.</summary>
    public abstract Type RuntimeType { get; }

    internal abstract bool TryReadBoxed(in ScalarInput input, out object? value, out ScalarProblem problem);

    // False when the value is not of the runtime type, which is a bug of the resolver.
    internal abstract bool TryWriteBoxed(object value, ResponseWriter writer);
}
