using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.Http.Responses;

/// <summary>Sends the responses of one request as parts, each as soon as it is there.</summary>
/// <remarks>RFC 2046, 5.1 Multipart, and the draft Incremental Delivery over HTTP: the boundary is <c>-</c>. It is sent behind each part and not
/// before the next, so that a client need not wait for the next to know that a part is whole. One response alone is sent as any other.</remarks>
internal static class MultipartSender
{
    public const string MediaType = "multipart/mixed";

    public static async Task SendAsync(
        HttpContext context, RequestExecutor executor, GraphQLRequest request, ResponseFormat format, GraphQLHttpOptions options)
    {
        var ended = context.RequestAborted;
        await using var responses = executor.ExecuteStreamAsync(request, context.RequestServices, ended).GetAsyncEnumerator(ended);
        await responses.MoveNextAsync(); // There is at least one.
        using (var first = responses.Current)
        {
            if (!first.HasNext)
            {
                await ResponseSender.SendAsync(context, first, format, options);
                return;
            }

            Begin(context);
            await WriteAsync(context.Response, first.Body, ended);
        }

        while (await responses.MoveNextAsync())
        {
            using var response = responses.Current;
            await WriteAsync(context.Response, response.Body, ended);
        }

        context.Response.BodyWriter.Write("--\r\n"u8);
        await context.Response.BodyWriter.FlushAsync(ended);
    }

    private static void Begin(HttpContext context)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var headers = context.Response.Headers;
        headers.ContentType = MediaType + "; boundary=\"-\"";
        headers.CacheControl = "no-store";
        headers.Vary = "Accept, Authorization";
        headers.XContentTypeOptions = "nosniff";
        headers["X-Accel-Buffering"] = "no"; // What reverse proxies listen to.
        context.Response.BodyWriter.Write("\r\n---"u8);
    }

    private static async ValueTask WriteAsync(HttpResponse response, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var writer = response.BodyWriter;
        writer.Write("\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8);
        writer.Write(body.Span);
        writer.Write("\r\n---"u8);
        await writer.FlushAsync(cancellationToken);
    }
}
