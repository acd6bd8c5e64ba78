using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Parsing;

/// <summary>Reads GraphQL text. Never throws for what the text holds: a broken document is a <see cref="SyntaxError"/>.</summary>
/// <remarks>GraphQL September 2025, 2 Language and Appendix C Grammar Summary. Recursion is bounded by
/// <see cref="ParserLimits.MaxDepth"/>, so no document can exhaust the stack.</remarks>
public static class Parser
{
    /// <summary>Reads an executable document from a client.</summary>
    /// <param name="utf8">Copied, so the caller may reuse its buffer.</param>
    /// <param name="limits">Null for <see cref="ParserLimits.Default"/>.</param>
    public static ParseResult Parse(ReadOnlySpan<byte> utf8, ParserLimits? limits = null)
    {
        limits ??= ParserLimits.Default;
        return utf8.Length > SoftLimit.Ceiling(limits.MaxBytes, limits.EnforceLimits)
            ? new ParseResult(DocumentTooLong(limits))
            : Parse(new Source(utf8.ToArray()), limits);
    }

    /// <summary>Reads a document from text.</summary>
    /// <param name="limits">Null for <see cref="ParserLimits.Default"/>.</param>
    public static ParseResult Parse(string text, ParserLimits? limits = null) => Parse(new Source(text), limits);

    /// <summary>Reads a document from a named source.</summary>
    /// <param name="limits">Null for <see cref="ParserLimits.Default"/>.</param>
    public static ParseResult Parse(Source source, ParserLimits? limits = null)
    {
        limits ??= ParserLimits.Default;
        if (source.Bytes.Length > SoftLimit.Ceiling(limits.MaxBytes, limits.EnforceLimits))
        {
            return new ParseResult(DocumentTooLong(limits));
        }

        try
        {
            var parser = new DocumentParser(source, limits);
            var document = parser.ParseDocument();
            return new ParseResult(document, source.Bytes.Length > limits.MaxBytes ? parser.Warnings.Insert(0, DocumentTooLong(limits)) : parser.Warnings);
        }
        catch (GraphQLSyntaxException exception)
        {
            return new ParseResult(exception.Error);
        }
    }

    /// <summary>Reads a schema document that is trusted.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not GraphQL.</exception>
    public static DocumentNode ParseSchema(string text, string? name = null) =>
        Parse(new Source(text, name), ParserLimits.Trusted).Require();

    /// <summary>Reads one constant value and nothing else, such as a default value kept as text.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not one constant value.</exception>
    public static ValueNode ParseConstantValue(string text) =>
        new DocumentParser(new Source(text), ParserLimits.Trusted).ParseWholeValue();

    /// <summary>Reads one type reference and nothing else, such as <c>[ID!]!</c>.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not one type reference.</exception>
    public static TypeNode ParseType(string text) =>
        new DocumentParser(new Source(text), ParserLimits.Trusted).ParseWholeType();

    private static SyntaxError DocumentTooLong(ParserLimits limits) =>
        new($"the document is longer than {limits.MaxBytes} bytes", ErrorCodes.LimitDocumentBytes, default);
}
