using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Parsing;

/// <summary>A document, or the one error that kept it from being one.</summary>
public sealed class ParseResult
{
    internal ParseResult(DocumentNode document) => Document = document;

    internal ParseResult(SyntaxError error) => Error = error;

    /// <summary>The document; null when there is an error.</summary>
    public DocumentNode? Document { get; }

    /// <summary>The error; null when there is a document.</summary>
    public SyntaxError? Error { get; }

    /// <summary>The document, for callers that trust their text.</summary>
    /// <exception cref="GraphQLSyntaxException">There is an error instead.</exception>
    public DocumentNode Require() => Document ?? throw new GraphQLSyntaxException(Error!); // One of the two is set.
}
