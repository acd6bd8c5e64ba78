namespace Plr.GraphQL.Observation;

/// <summary>Under which name the engine tells operators what it does. While nobody listens nothing is measured.</summary>
/// <remarks>Spans and metrics tell kinds, names, counts and times: never a document, a variable, an argument or a value.
/// Source: OpenTelemetry, Semantic conventions for GraphQL server spans.</remarks>
public static class GraphQLTelemetry
{
    /// <summary>Of the activity source, and of the meter of each <see cref="Execution.RequestExecutorProvider"/>.</summary>
    public const string Name = "Plr.GraphQL";
}
