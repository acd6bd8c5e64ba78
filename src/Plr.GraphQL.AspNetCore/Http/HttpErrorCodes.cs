namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>Every code of a request that was refused before the engine saw it. A code is never renamed or reused.</summary>
public static class HttpErrorCodes
{
    /// <summary>The method is neither GET nor POST, or GET was used for what is no query. The <c>Allow</c> header names the methods.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>The <c>Accept</c> header admits neither <c>application/graphql-response+json</c> nor <c>application/json</c>. The client can name one.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>The body is announced as something else than <c>application/json</c>, or as nothing. The client can send JSON and say so.</summary>
    public const string ContentTypeUnsupported = "CONTENT_TYPE_UNSUPPORTED";

    /// <summary>The body is announced in another encoding than UTF-8. The client can send UTF-8.</summary>
    public const string CharsetUnsupported = "CHARSET_UNSUPPORTED";

    /// <summary>The body is compressed. The client can send it as it is: a few bytes could else become very many.</summary>
    public const string ContentEncodingUnsupported = "CONTENT_ENCODING_UNSUPPORTED";

    /// <summary>The body is longer than the server reads. The client can send less, or use variables in several requests.</summary>
    public const string LimitRequestBytes = "LIMIT_REQUEST_BYTES";

    /// <summary>The body took longer to arrive than the server waits. The client can try again.</summary>
    public const string RequestTimeout = "REQUEST_TIMEOUT";

    /// <summary>HTTP itself was broken: a chunk, a length or a header. Whoever wrote the client can fix it.</summary>
    public const string HttpMalformed = "HTTP_MALFORMED";

    /// <summary>The body, or a parameter that must be JSON, is not JSON in UTF-8; the message says where it breaks. The client can fix it.</summary>
    public const string BodyNotJson = "BODY_NOT_JSON";

    /// <summary>The JSON nests deeper than the server reads. The client can flatten it.</summary>
    public const string LimitJsonDepth = "LIMIT_JSON_DEPTH";

    /// <summary>One JSON object has the same key twice, so that two readers could read two requests. The client can remove one.</summary>
    public const string JsonKeyDuplicate = "JSON_KEY_DUPLICATE";

    /// <summary>The body is an array: several requests in one are not served. The client can send them one by one.</summary>
    public const string BatchingDisabled = "BATCHING_DISABLED";

    /// <summary>The body holds more requests than the server answers at once, each set of variables counted. The client can split it.</summary>
    public const string LimitBatchEntries = "LIMIT_BATCH_ENTRIES";

    /// <summary>The request has no <c>query</c>. The client can add it.</summary>
    public const string QueryMissing = "QUERY_MISSING";

    /// <summary>A parameter of the request has the wrong type or was given twice; the message names it. The client can fix it.</summary>
    public const string ParameterMalformed = "PARAMETER_MALFORMED";

    /// <summary>A browser sent this query, or opens this socket, for a page of another site. That page's author can send
    /// <c>GraphQL-Require-Preflight: 1</c> with a query; for a socket the operator can allow the page's origin.</summary>
    public const string CrossSiteRefused = "CROSS_SITE_REFUSED";

    /// <summary>The schema is not given out here. The operator can allow it.</summary>
    public const string SchemaNotPublished = "SCHEMA_NOT_PUBLISHED";

    /// <summary>What asks for a socket is no WebSocket handshake, or does not offer <c>graphql-transport-ws</c>. The client can.</summary>
    public const string SubprotocolUnsupported = "SUBPROTOCOL_UNSUPPORTED";

    /// <summary>This client has as many sockets or event streams open as it may. It can close one.</summary>
    public const string LimitConnections = "LIMIT_CONNECTIONS";

    /// <summary>This connection, or all of this client's together, runs as many operations as it may. The client can complete one.</summary>
    public const string LimitConnectionOperations = "LIMIT_CONNECTION_OPERATIONS";

    /// <summary>No event stream is reserved under the token: it was never given, or its stream has ended. The client can reserve one by PUT.</summary>
    public const string EventStreamUnknown = "EVENT_STREAM_UNKNOWN";

    /// <summary>The event stream of this token is open already. The client can reserve another.</summary>
    public const string EventStreamTaken = "EVENT_STREAM_TAKEN";

    /// <summary>An operation of the same <c>operationId</c> runs over the same event stream. The client can choose another.</summary>
    public const string OperationIdTaken = "OPERATION_ID_TAKEN";
}
