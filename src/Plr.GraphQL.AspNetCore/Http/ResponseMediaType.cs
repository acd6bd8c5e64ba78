namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>The media type of an answer, chosen from what the client accepts.</summary>
/// <remarks>GraphQL over HTTP, Accept. A client that sends no Accept header is answered as one written before the media type was.</remarks>
internal enum ResponseMediaType
{
    /// <summary><c>application/json</c>: request errors of a well-formed request answer 200.</summary>
    Legacy,

    /// <summary><c>application/graphql-response+json</c>: the status says what became of the request.</summary>
    GraphQLResponse,

    /// <summary><c>text/html</c>: a browser asks for a page.</summary>
    Html,

    /// <summary>None that there is.</summary>
    None,
}
