using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>Sends an answer: its status, its headers and its bytes.</summary>
internal static class HttpAnswer
{
    private const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    private const string Legacy = "application/json; charset=utf-8";

    public static Task SendAsync(HttpContext http, ExecutionResult result, ResponseMediaType mediaType, GraphQLHttpOptions options)
    {
        Prepare(http.Response, StatusOf(result, mediaType, options), mediaType, options);
        http.Response.ContentLength = result.Body.Length;
        return http.Response.BodyWriter.WriteAsync(result.Body, http.RequestAborted).AsTask();
    }

    public static Task SendAsync(HttpContext http, HttpProblem problem, ResponseMediaType mediaType, GraphQLHttpOptions options)
    {
        var body = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartArray("errors"u8);
            json.WriteStartObject();
            json.WriteString("message"u8, problem.Message);
            json.WriteStartObject("extensions"u8);
            json.WriteString("code"u8, problem.Code);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        Prepare(http.Response, problem.Status, mediaType, options);
        http.Response.ContentLength = body.WrittenCount;
        return http.Response.BodyWriter.WriteAsync(body.WrittenMemory, http.RequestAborted).AsTask();
    }

    // A response with data is 200 whatever errors stand beside it. A request error of a well-formed request is 200 for the clients of the
    // older media type alone, and for them too when the server is to blame or the method.
    private static int StatusOf(ExecutionResult result, ResponseMediaType mediaType, GraphQLHttpOptions options)
    {
        if (result.RequestErrorCode is not { } code)
        {
            return StatusCodes.Status200OK;
        }

        return options.StatusCodes.TryGetValue(code, out var status) ? status
            : mediaType == ResponseMediaType.Legacy ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;
    }

    private static void Prepare(HttpResponse response, int status, ResponseMediaType mediaType, GraphQLHttpOptions options)
    {
        response.StatusCode = status;
        response.ContentType = mediaType == ResponseMediaType.GraphQLResponse ? GraphQLResponse : Legacy;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept, Authorization";
        switch (status)
        {
            case StatusCodes.Status405MethodNotAllowed:
                response.Headers.Allow = "GET, POST";
                break;
            case StatusCodes.Status503ServiceUnavailable:
                response.Headers.RetryAfter = Math.Ceiling(options.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                break;
        }
    }
}
