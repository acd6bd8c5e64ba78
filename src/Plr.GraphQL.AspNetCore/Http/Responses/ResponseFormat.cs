namespace Plr.GraphQL.AspNetCore.Http.Responses;

/// <summary>The form of an answer that a client accepts.</summary>
/// <remarks>GraphQL over HTTP, Media Types and Body.</remarks>
internal enum ResponseFormat
{
    /// <summary>None that this server has.</summary>
    None,

    /// <summary><c>application/json</c>, for clients that know no other: a request error of the engine is 200 then.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status says how it went.</summary>
    GraphQLResponse,

    /// <summary><c>text/event-stream</c>: each response as an event.</summary>
    EventStream,

    /// <summary><c>text/html</c>: a person with a browser.</summary>
    Page,
}
