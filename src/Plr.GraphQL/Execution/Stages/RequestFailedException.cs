namespace Plr.GraphQL.Execution.Stages;

// Ends a request as a whole: there is an answer to give, but no data.
#pragma warning disable CA1064, CA1032 // Never leaves the engine.
internal sealed class RequestFailedException(GraphQLError error) : Exception(error.Message)
#pragma warning restore CA1064, CA1032
{
    internal GraphQLError Error { get; } = error;
}
