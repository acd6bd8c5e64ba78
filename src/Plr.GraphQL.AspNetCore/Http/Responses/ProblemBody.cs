using System.Buffers;
using System.Text.Json;
using Plr.GraphQL.AspNetCore.Http.Requests;

namespace Plr.GraphQL.AspNetCore.Http.Responses;

/// <summary>A refusal in the form of a GraphQL request error, so that clients read one form only.</summary>
/// <remarks>GraphQL September 2025, 7.1.2 Errors. Every refusal passes here, so here it is counted.</remarks>
internal static class ProblemBody
{
    public static ReadOnlyMemory<byte> Write(HttpProblem problem, GraphQLHttpOptions options)
    {
        options.Metrics.CountRefusal(problem);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("errors"u8);
            json.WriteStartObject();
            json.WriteString("message"u8, problem.Message);
            json.WriteStartObject("extensions"u8);
            json.WriteString("code"u8, problem.Code);
            if (options.ErrorDocumentation is { } documentation)
            {
                json.WriteString("documentation"u8, documentation + problem.Code);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
