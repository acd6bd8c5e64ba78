namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>The limits and answers of GraphQL over HTTP. Every limit is inclusive: exactly so many pass.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>Bytes of a request body, or of a GET request's query string; past it 413 or 414 with <see cref="HttpErrorCodes.LimitRequestBytes"/>.</summary>
    public int MaxRequestBytes { get; set; } = 2_097_152;

    /// <summary>How long a client may take to send its body; past it 408 with <see cref="HttpErrorCodes.RequestTimeout"/>.</summary>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Nesting of a request body's JSON; past it 400 with <see cref="HttpErrorCodes.BodyNotJson"/>.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>How long a client should wait after a 503, sent as <c>Retry-After</c>.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>HTTP statuses of request errors by code; a code that is not here answers 400.</summary>
    public IDictionary<string, int> StatusCodes { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [ErrorCodes.OperationNotAllowed] = 405,
        [ErrorCodes.LimitConcurrentExecutions] = 503,
        [ErrorCodes.ExecutionTimeout] = 503,
        [ErrorCodes.InternalError] = 500,
    };
}
