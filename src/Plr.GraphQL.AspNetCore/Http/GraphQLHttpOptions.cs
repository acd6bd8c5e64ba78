using Microsoft.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.EventStreams;
using Plr.GraphQL.AspNetCore.Observation;
using Plr.GraphQL.AspNetCore.Sockets;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>The limits and answers of GraphQL over HTTP. Every limit is inclusive: exactly so many pass.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>Bytes of a request's body; past it 413 with <see cref="HttpErrorCodes.LimitRequestBytes"/>. At most so many are ever held.
    /// A batch of 1,000 achievements fits; documents and variables have limits of their own.</summary>
    public int MaxRequestBytes { get; set; } = 2_097_152;

    /// <summary>Objects and arrays inside each other in a request's JSON; past it 400 with <see cref="HttpErrorCodes.LimitJsonDepth"/>.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>How long a body may take to arrive; past it 408 with <see cref="HttpErrorCodes.RequestTimeout"/>.</summary>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>When to try again after a 429 or 503 that does not know itself, sent as <c>Retry-After</c> in whole seconds.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Requests that one body may hold: entries of an array, and each set of an array of <c>variables</c>. 0, as it is at first, is none:
    /// a batch is refused. Past it 400 with <see cref="HttpErrorCodes.LimitBatchEntries"/>.</summary>
    public int MaxBatchEntries { get; set; }

    /// <summary>Operations that one client runs at once over all its sockets and reserved streams; past it
    /// <see cref="HttpErrorCodes.LimitConnectionOperations"/>.</summary>
    public int MaxOperationsPerClient { get; set; } = 100;

    /// <summary>Whether queries may come by GET.</summary>
    public bool AllowGet { get; set; } = true;

    /// <summary>Whether a client that sends <c>GraphQL-Plan: report</c> is told how its operation was executed, with names of loaders and
    /// times: for Development. Otherwise the header is nobody's.</summary>
    public bool ReportPlans { get; set; }

    /// <summary>Whether <c>GET ?sdl</c> gives the schema.</summary>
    public bool PublishSchema { get; set; } = true;

    /// <summary>The limits of sockets at the same path.</summary>
    public GraphQLSocketOptions Sockets { get; } = new();

    /// <summary>The limits of event streams at the same path.</summary>
    public GraphQLEventStreamOptions EventStreams { get; } = new();

    /// <summary>Where codes are explained, such as <c>/errors/</c>: with it each refusal has <c>extensions.documentation</c>. Null: none.</summary>
    public string? ErrorDocumentation { get; set; }

    /// <summary>Who counts as one client, where connections are counted and where clients have budgets. By default the subject that signed in, else the
    /// address it comes from. Behind a proxy that is the proxy's address, unless the host reads forwarded headers.</summary>
    public Func<HttpContext, string> ClientOf { get; set; } = ClientKeys.SubjectOrAddress;

    // Set by whoever maps the path.
    internal HttpMetrics Metrics { get; set; } = HttpMetrics.Shared;

    /// <summary>Where refusals are told; set when the options are mapped.</summary>
    internal RefusalLog? Refusals { get; set; }

    /// <summary>HTTP statuses of request errors that have one whatever media type the client accepts, by code. Any other request error
    /// of a well-formed request is 400, or 200 to a client that accepts <c>application/json</c> alone.</summary>
    public IDictionary<string, int> StatusCodes { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [ErrorCodes.CostBudgetExhausted] = 429,
        [ErrorCodes.DocumentNotTrusted] = 403,
        [ErrorCodes.LimitDocumentBytes] = 413,
        [ErrorCodes.LimitVariablesBytes] = 413,
        [ErrorCodes.LimitConcurrentExecutions] = 503,
        [ErrorCodes.ExecutionTimeout] = 503,
        [ErrorCodes.InternalError] = 500,
    };
}
