namespace Plr.GraphQL;

/// <summary>An execution error on purpose: thrown by a resolver, it becomes an error at that response position with its code.</summary>
/// <remarks>Any other exception is a bug: it is logged whole and answered masked.</remarks>
public sealed class GraphQLException : Exception
{
    /// <summary>Throws an error that was made elsewhere.</summary>
    public GraphQLException(GraphQLError error)
        : base(error.ToString())
    {
        Error = error;
    }

    /// <summary>Makes the error and throws it.</summary>
    /// <param name="code">A <c>SCREAMING_SNAKE</c> code of the application or the engine.</param>
    /// <param name="message">Lower case, no full stop, no personal data.</param>
    public GraphQLException(string code, string message)
        : this(new GraphQLError(message, code))
    {
    }

    /// <summary>What is answered. Its path is filled in by the executor, and its locations where it has none.</summary>
    public GraphQLError Error { get; }
}
