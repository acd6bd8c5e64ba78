using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Plr.GraphQL.AspNetCore.EventStreams;

/// <summary>Writes events to the body of a response, each sent at once. Not for two writers.</summary>
/// <remarks>HTML Living Standard, 9.2 Server-sent events. The data are JSON without line breaks, so that each is one line.</remarks>
internal sealed class EventStreamWriter(HttpContext context, TimeSpan keepAliveInterval)
{
    public const string MediaType = "text/event-stream";
    private readonly PipeWriter body = context.Response.BodyWriter;

    /// <summary>Sends the headers and a comment: some browsers wait for a first byte.</summary>
    public ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var headers = context.Response.Headers;
        headers.ContentType = MediaType + "; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.Vary = "Accept, Authorization";
        headers.XContentTypeOptions = "nosniff";
        headers["X-Accel-Buffering"] = "no"; // What reverse proxies listen to.
        return KeepAliveAsync(cancellationToken);
    }

    /// <summary>Sends one event.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        body.Write(message.Span);
        await body.FlushAsync(cancellationToken);
    }

    /// <summary>Sends one response without copying it first.</summary>
    public async ValueTask WriteNextAsync(ReadOnlyMemory<byte> response, CancellationToken cancellationToken)
    {
        body.Write("event: next\ndata: "u8);
        body.Write(response.Span);
        body.Write("\n\n"u8);
        await body.FlushAsync(cancellationToken);
    }

    /// <summary>Waits for something that ends with the token, and meanwhile shows that the stream is alive.</summary>
    public async ValueTask<T> WaitAsync<T>(ValueTask<T> pending, CancellationToken cancellationToken)
    {
        if (pending.IsCompletedSuccessfully)
        {
            return pending.Result;
        }

        var task = pending.AsTask();
        while (!task.IsCompleted)
        {
            try
            {
                return await task.WaitAsync(keepAliveInterval, CancellationToken.None);
            }
            catch (TimeoutException) when (!task.IsCompleted)
            {
                await KeepAliveAsync(cancellationToken);
            }
        }

        return await task;
    }

    private ValueTask KeepAliveAsync(CancellationToken cancellationToken) => WriteAsync(EventText.Comment, cancellationToken);
}
