using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore;

/// <summary>What HTTP lets through to the engine. Every limit is inclusive: exactly so many pass.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>Bytes of a request's body; past it <see cref="HttpErrorCodes.LimitRequestBytes"/>. At most so many are ever held.</summary>
    public int MaxRequestBytes { get; set; } = 262_144;

    /// <summary>Objects and arrays inside each other in a request's JSON; past it <see cref="HttpErrorCodes.LimitJsonDepth"/>.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>How long a body may take to arrive; past it <see cref="HttpErrorCodes.RequestTimeout"/>.</summary>
    public TimeSpan RequestBodyTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether queries may come by GET.</summary>
    public bool AllowGet { get; set; } = true;

    /// <summary>Whether <c>GET ?sdl</c> gives the schema.</summary>
    public bool PublishSchema { get; set; } = true;

    /// <summary>Where codes are explained, such as <c>/errors/</c>: with it each error has <c>extensions.documentation</c>. Null: none.</summary>
    public string? ErrorDocumentation { get; set; }

    /// <summary>The request errors that are not the client's doing, by code: they have their status even where a client accepts only
    /// <c>application/json</c>. Any other request error is 400, or 200 for such a client.</summary>
    public IDictionary<string, RequestErrorStatus> StatusByCode { get; } = new Dictionary<string, RequestErrorStatus>(StringComparer.Ordinal)
    {
        [ErrorCodes.InternalError] = new(StatusCodes.Status500InternalServerError),
        [ErrorCodes.ExecutionTimeout] = new(StatusCodes.Status503ServiceUnavailable, TimeSpan.FromSeconds(5)),
        [ErrorCodes.LimitConcurrentExecutions] = new(StatusCodes.Status503ServiceUnavailable, TimeSpan.FromSeconds(1)),
    };
}
