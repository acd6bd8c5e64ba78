using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>Takes a request's body whole, within its limits.</summary>
internal static class BodyReader
{
    /// <summary>Whether the body is JSON in UTF-8, as declared.</summary>
    public static HttpProblem? RefuseContentType(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.ToString() is not ("" or "identity"))
        {
            return new HttpProblem(415, HttpErrorCodes.ContentTypeUnsupported, "a compressed body is not taken: send it without `Content-Encoding`");
        }

        if (request.ContentType is "application/json")
        {
            return null;
        }

        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        return isJson
            ? null
            : new HttpProblem(415, HttpErrorCodes.ContentTypeUnsupported, "a body is declared as `Content-Type: application/json`, in UTF-8");
    }

    /// <summary>Copies the body into a pooled array, which the caller gives back.</summary>
    public static async ValueTask<(byte[]? Buffer, int Length, HttpProblem? Problem)> ReadAsync(HttpContext http, GraphQLHttpOptions options)
    {
        if (http.Request.ContentLength > options.MaxRequestBytes)
        {
            return (null, 0, TooLong(options));
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        timeout.CancelAfter(options.BodyTimeout);
        var reader = http.Request.BodyReader;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(timeout.Token);
                if (read.Buffer.Length > options.MaxRequestBytes)
                {
                    return (null, 0, TooLong(options));
                }

                if (read.IsCompleted)
                {
                    return Copy(reader, read.Buffer);
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return (null, 0, new HttpProblem(408, HttpErrorCodes.RequestTimeout, $"the body did not arrive within {options.BodyTimeout.TotalSeconds:0} seconds"));
        }
        catch (BadHttpRequestException refused)
        {
            // Kestrel's own limits and framing rules: a chunk that is none, a body shorter than announced.
            return (null, 0, new HttpProblem(refused.StatusCode, HttpErrorCodes.BodyNotJson, "the body breaks the framing of HTTP"));
        }
    }

    private static (byte[]? Buffer, int Length, HttpProblem? Problem) Copy(PipeReader reader, ReadOnlySequence<byte> body)
    {
        var length = (int)body.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(length, 1));
        body.CopyTo(buffer);
        reader.AdvanceTo(body.End);
        return (buffer, length, null);
    }

    private static HttpProblem TooLong(GraphQLHttpOptions options) =>
        new(413, HttpErrorCodes.LimitRequestBytes, $"a request has at most {options.MaxRequestBytes} bytes");
}
