namespace Plr.GraphQL.Language.Parsing;

/// <summary>A document that is trusted to parse, such as a schema, did not.</summary>
#pragma warning disable CA1032 // Without a syntax error it would say nothing.
public sealed class GraphQLSyntaxException(SyntaxError error) : Exception(error.ToString())
#pragma warning restore CA1032
{
    /// <summary>What was wrong and where.</summary>
    public SyntaxError Error { get; } = error;
}
