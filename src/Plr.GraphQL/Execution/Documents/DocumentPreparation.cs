using Plr.GraphQL.Binding;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Execution.Documents;

// Parses and validates documents, each once while it is kept.
internal sealed class DocumentPreparation(BoundSchema schema, GraphQLServerOptions options)
{
    private readonly DocumentCache cache = new(options.Execution.DocumentCacheBytes);

    internal (int Count, long Bytes) Cached => (cache.Count, cache.Bytes);

    // Null with errors when the document is not GraphQL or breaks a rule.
    internal PreparedDocument? ParseAndValidate(ReadOnlySpan<byte> document, List<GraphQLError> errors)
    {
        // Hashing reads every byte: what is too long to parse is too long to hash.
        if (document.Length > options.Parser.MaxBytes)
        {
            errors.Add(new GraphQLError($"the document is longer than {options.Parser.MaxBytes} bytes", ErrorCodes.LimitDocumentBytes));
            return null;
        }

        var key = DocumentKey.Of(document);
        if (cache.Find(key) is { } known)
        {
            return known;
        }

        var parsed = Parser.Parse(document, options.Parser);
        if (parsed.Error is { } error)
        {
            errors.Add(GraphQLError.From(error));
            return null;
        }

        var syntax = parsed.Document!; // No error, so a document.
        errors.AddRange(DocumentValidator.Validate(schema.Schema, syntax, options.Validation));
        if (errors.Count > 0)
        {
            return null;
        }

        var prepared = new PreparedDocument(schema, syntax, document.Length, options.Execution);
        cache.Add(key, prepared);
        return prepared;
    }
}
