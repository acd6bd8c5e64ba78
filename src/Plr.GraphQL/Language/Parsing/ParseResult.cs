using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Parsing;

/// <summary>A document, or the one error that kept it from being one.</summary>
public sealed class ParseResult
{
    internal ParseResult(DocumentNode document, ImmutableArray<SyntaxError> warnings)
    {
        Document = document;
        Warnings = warnings;
    }

    internal ParseResult(SyntaxError error)
    {
        Error = error;
        Warnings = [];
    }

    /// <summary>The document; null when there is an error.</summary>
    public DocumentNode? Document { get; }

    /// <summary>The error; null when there is a document.</summary>
    public SyntaxError? Error { get; }

    /// <summary>The limits that the document passed and that only warn, each once; empty where limits are enforced.</summary>
    public ImmutableArray<SyntaxError> Warnings { get; }

    /// <summary>The document, for callers that trust their text.</summary>
    /// <exception cref="GraphQLSyntaxException">There is an error instead.</exception>
    public DocumentNode Require() => Document ?? throw new GraphQLSyntaxException(Error!); // One of the two is set.
}
