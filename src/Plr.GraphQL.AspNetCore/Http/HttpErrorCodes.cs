namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>Every code of a request that never became a GraphQL request. A code is never renamed or used again.</summary>
public static class HttpErrorCodes
{
    /// <summary>The method is neither GET nor POST. The client uses POST.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";
    /// <summary>The body is not declared as <c>application/json</c> in UTF-8, or is compressed. The client declares it so.</summary>
    public const string ContentTypeUnsupported = "CONTENT_TYPE_UNSUPPORTED";
    /// <summary>The client accepts none of the media types that there are. The client adds <c>application/graphql-response+json</c>.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";
    /// <summary>The body is not one JSON object in UTF-8, or names a member twice. The client corrects it.</summary>
    public const string BodyNotJson = "BODY_NOT_JSON";
    /// <summary>The body is an array: batching is off. The client sends one request at a time.</summary>
    public const string BatchingDisabled = "BATCHING_DISABLED";
    /// <summary>There is no <c>query</c>. The client adds it.</summary>
    public const string QueryMissing = "QUERY_MISSING";
    /// <summary>A parameter has another type than it should. The client corrects it.</summary>
    public const string ParameterMalformed = "PARAMETER_MALFORMED";
    /// <summary>The request is longer than <see cref="GraphQLHttpOptions.MaxRequestBytes"/>. The client sends less.</summary>
    public const string LimitRequestBytes = "LIMIT_REQUEST_BYTES";
    /// <summary>The body did not arrive in <see cref="GraphQLHttpOptions.BodyTimeout"/>. The client sends faster.</summary>
    public const string RequestTimeout = "REQUEST_TIMEOUT";
}
