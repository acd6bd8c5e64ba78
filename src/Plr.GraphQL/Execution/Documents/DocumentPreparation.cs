using System.Collections.Frozen;
using System.Diagnostics;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Observation;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Execution.Documents;

// Parses and validates documents, each once while it is kept. Those that are trusted, those that clients registered and all others are kept
// apart, so that a flood of one kind evicts nothing of another.
internal sealed class DocumentPreparation
{
    // The caches as metrics name them.
    private const string TrustedCache = "trusted";
    private const string RegisteredCache = "registered";
    private const string OtherCache = "other";

    private readonly BoundSchema schema;
    private readonly GraphQLServerOptions options;
    private readonly EngineMetrics metrics;
    private readonly RefusalLog refusals;
    private readonly FrozenDictionary<DocumentKey, PreparedDocument> trusted;
    private readonly DocumentCache registered;
    private readonly DocumentCache others;

    internal DocumentPreparation(BoundSchema schema, GraphQLServerOptions options, RefusalLog refusals, EngineMetrics metrics)
    {
        this.schema = schema;
        this.refusals = refusals;
        this.options = options;
        this.metrics = metrics;
        // Whoever registers a document asks for it by its hash next.
        registered = new DocumentCache(options.Documents.PersistedQueryBytes, takesAtOnce: true);
        others = new DocumentCache(options.Execution.DocumentCacheBytes);
        trusted = options.Documents.Trusted is { } documents
            ? documents.Documents.ToFrozenDictionary(entry => entry.Key, entry => Trust(entry.Key, entry.Value))
            : FrozenDictionary<DocumentKey, PreparedDocument>.Empty;
    }

    internal (int Count, long Bytes) Cached => (others.Count, others.Bytes);

    internal (int Count, long Bytes) Registered => (registered.Count, registered.Bytes);

    // Null with errors when there is no such document, or it is not GraphQL, breaks a rule or is not trusted where it must be. The span, if
    // there is one, is told the document's hash.
    internal PreparedDocument? Find(GraphQLRequest request, Activity? span, List<GraphQLError> errors)
    {
        var document = FindAny(request, span, errors);
        foreach (var warning in document?.Warnings ?? [])
        {
            refusals.WouldRefuse(request.OperationName, warning);
        }

        return document;
    }

    private PreparedDocument? FindAny(GraphQLRequest request, Activity? span, List<GraphQLError> errors)
    {
        if (request.DocumentHash is { } hash)
        {
            return FindByHash(hash, request.Document.Span, span, errors);
        }

        return IsTooLong(request.Document.Span, errors)
            ? null
            : Find(DocumentKey.Of(request.Document.Span), request.Document.Span, isRegistered: false, span, errors);
    }

    private PreparedDocument? FindByHash(string hash, ReadOnlySpan<byte> document, Activity? span, List<GraphQLError> errors)
    {
        var isKey = DocumentKey.TryParse(hash, out var key);
        if (document.IsEmpty)
        {
            return isKey && FindKnown(key, span) is { } known ? known : Refuse(Unknown(), errors);
        }

        if (IsTooLong(document, errors))
        {
            return null;
        }

        return !isKey || DocumentKey.Of(document) != key
            ? Refuse(new GraphQLError("the hash is not the SHA-256 of the document", ErrorCodes.PersistedQueryHashMismatch), errors)
            : Find(key, document, options.Documents.AutomaticPersistedQueries, span, errors);
    }

    // Of a document that the client does not send. A hash that names nothing is what the client wrote, and stays untold.
    private PreparedDocument? FindKnown(DocumentKey key, Activity? span)
    {
        var isTrusted = trusted.TryGetValue(key, out var known);
        known ??= options.Documents is { AutomaticPersistedQueries: true, OnlyTrusted: false } ? registered.Find(key) : null;
        metrics.CountLookup(isTrusted ? TrustedCache : RegisteredCache, known is not null);
        if (known is not null)
        {
            span?.SetTag(Tags.DocumentHash, key.ToString());
        }

        return known;
    }

    private PreparedDocument? Find(DocumentKey key, ReadOnlySpan<byte> document, bool isRegistered, Activity? span, List<GraphQLError> errors)
    {
        span?.SetTag(Tags.DocumentHash, key.ToString());
        if (trusted.Count > 0 && trusted.TryGetValue(key, out var known))
        {
            metrics.CountLookup(TrustedCache, isHit: true);
            return known;
        }

        if (options.Documents.OnlyTrusted)
        {
            return Refuse(NotTrusted(), errors);
        }

        var cache = isRegistered ? registered : others;
        var kept = cache.Find(key);
        metrics.CountLookup(isRegistered ? RegisteredCache : OtherCache, kept is not null);
        if (kept is not null)
        {
            return kept;
        }

        if (Prepare(document, errors) is not { } prepared)
        {
            return null;
        }

        cache.Add(key, prepared);
        return prepared;
    }

    private PreparedDocument? Prepare(ReadOnlySpan<byte> document, List<GraphQLError> errors)
    {
        var parsed = Parse(document);
        if (parsed.Error is { } error)
        {
            return Refuse(GraphQLError.From(error), errors);
        }

        var syntax = parsed.Document!; // No error, so a document.
        var warnings = Validate(syntax, errors);
        return errors.Count > 0 ? null : new PreparedDocument(schema, syntax, document.Length, options.Execution, metrics.Names)
        {
            Warnings = [.. parsed.Warnings.Select(GraphQLError.From), .. warnings],
        };
    }

    private ParseResult Parse(ReadOnlySpan<byte> document)
    {
        using var span = Spans.Start(Spans.Parse);
        return Parser.Parse(document, options.Parser);
    }

    private IReadOnlyList<GraphQLError> Validate(DocumentNode document, List<GraphQLError> errors)
    {
        using var span = Spans.Start(Spans.Validate);
        errors.AddRange(DocumentValidator.Validate(schema.Schema, document, options.Validation, out var warnings));
        return warnings;
    }

    private PreparedDocument Trust(DocumentKey key, byte[] document)
    {
        var errors = new List<GraphQLError>();
        return !IsTooLong(document, errors) && Prepare(document, errors) is { } prepared
            ? prepared
            : throw new TrustedDocumentException($"the trusted document `{key}` can not be executed on this schema: {errors[0]}");
    }

    // Hashing reads every byte: what is too long to parse is too long to hash.
    private bool IsTooLong(ReadOnlySpan<byte> document, List<GraphQLError> errors)
    {
        if (document.Length <= SoftLimit.Ceiling(options.Parser.MaxBytes, options.Parser.EnforceLimits))
        {
            return false;
        }

        errors.Add(new GraphQLError($"the document is longer than {options.Parser.MaxBytes} bytes", ErrorCodes.LimitDocumentBytes));
        return true;
    }

    // Apollo's clients read these words: at the one they send the document, at the other they stop asking by hash.
    private GraphQLError Unknown() => options.Documents switch
    {
        { AutomaticPersistedQueries: true, OnlyTrusted: false } => new GraphQLError("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound),
        { Trusted: null, OnlyTrusted: false } => new GraphQLError("PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported),
        _ => NotTrusted(),
    };

    private static GraphQLError NotTrusted() => new(
        "the document is none that this service trusts; its operator can add it to the manifest", ErrorCodes.DocumentNotTrusted);

    private static PreparedDocument? Refuse(GraphQLError error, List<GraphQLError> errors)
    {
        errors.Add(error);
        return null;
    }
}
