using Plr.Host.Pages;

namespace Plr.Host.Serving;

/// <summary>The last resort for what is not GraphQL: a bug is logged whole, and answered without a word of it.</summary>
public sealed class FailureMiddleware(RequestDelegate next, ILogger<FailureMiddleware> logger)
{
    /// <summary>Runs once a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            logger.LogError(failure, "request {Request} failed", context.TraceIdentifier);
            await Layout.Page(context, "Something went wrong", Body(context.TraceIdentifier), StatusCodes.Status500InternalServerError)
                .ExecuteAsync(context);
        }
    }

    private static Html Body(string request) => Html.Of(
        $"""
        <h1>Something went wrong</h1>
        <p class="lead">It is not your doing. The log names the cause under the request <code>{request}</code>.</p>
        """);
}
