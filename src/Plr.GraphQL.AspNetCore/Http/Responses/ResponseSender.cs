using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Plr.GraphQL.AspNetCore.Http.Requests;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.Http.Responses;

/// <summary>Sends an answer whole: status, headers and the bytes as they are.</summary>
/// <remarks>GraphQL over HTTP, Response. An answer depends on who asks, so no cache may keep it.</remarks>
internal static class ResponseSender
{
    private static readonly StringValues GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    private static readonly StringValues Json = "application/json; charset=utf-8";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues Vary = "Accept, Authorization";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Close = "close";

    /// <summary>Sends what the engine answered.</summary>
    public static ValueTask SendAsync(HttpContext context, ExecutionResult result, ResponseFormat format, GraphQLHttpOptions options)
    {
        var response = context.Response;
        if (result.RequestErrorCode is { } code)
        {
            SetStatus(context, code, result.RetryAfter ?? options.RetryAfter, format, options);
        }

        return WriteAsync(response, result.Body, format, context.RequestAborted);
    }

    /// <summary>Sends what was put together already.</summary>
    public static ValueTask SendAsync(HttpContext context, ReadOnlyMemory<byte> body, ResponseFormat format) =>
        WriteAsync(context.Response, body, format, context.RequestAborted);

    /// <summary>Sends a refusal.</summary>
    public static ValueTask RefuseAsync(HttpContext context, HttpProblem problem, ResponseFormat format, GraphQLHttpOptions options)
    {
        options.Refusals?.Refused(problem.Code);
        var response = context.Response;
        response.StatusCode = problem.StatusCode;
        response.Headers.Allow = problem.Allow;
        SetRetryAfter(response, options.RetryAfter);
        if (problem.ClosesConnection && HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            response.Headers.Connection = Close;
        }

        return WriteAsync(response, ProblemBody.Write(problem, options), format, context.RequestAborted);
    }

    private static void SetStatus(HttpContext context, string code, TimeSpan retryAfter, ResponseFormat format, GraphQLHttpOptions options)
    {
        var response = context.Response;
        if (options.StatusCodes.TryGetValue(code, out var status))
        {
            response.StatusCode = status;
            SetRetryAfter(response, retryAfter);
        }
        else if (code is ErrorCodes.OperationNotAllowed && HttpMethods.IsGet(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = HttpMethods.Post;
        }
        else if (format is ResponseFormat.GraphQLResponse)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private static void SetRetryAfter(HttpResponse response, TimeSpan retryAfter)
    {
        if (response.StatusCode is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = ((long)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static async ValueTask WriteAsync(
        HttpResponse response, ReadOnlyMemory<byte> body, ResponseFormat format, CancellationToken cancellationToken)
    {
        var headers = response.Headers;
        headers.ContentType = format is ResponseFormat.GraphQLResponse ? GraphQLResponse : Json;
        headers.ContentLength = body.Length;
        headers.CacheControl = NoStore;
        headers.Vary = Vary;
        headers.XContentTypeOptions = NoSniff;
        await response.BodyWriter.WriteAsync(body, cancellationToken);
    }
}
