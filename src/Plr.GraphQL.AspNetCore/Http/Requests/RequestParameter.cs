namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>The keys of a request that mean something here.</summary>
internal enum RequestParameter
{
    /// <summary>Reserved by the draft, and ignored.</summary>
    Other,
    Query,
    OperationName,
    Variables,
    Extensions,
    DocumentId,
}
