using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http.Requests;

namespace Plr.GraphQL.AspNetCore.Http.Batches;

/// <summary>Finds the entries of a JSON array without reading them.</summary>
internal static class BatchReader
{
    /// <summary>Whether a body is an array.</summary>
    public static bool IsArray(ReadOnlySpan<byte> json) => json.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];

    /// <summary>The entries, each as it stands; null with the problem when the array can not be read.</summary>
    public static List<ReadOnlyMemory<byte>>? Split(ReadOnlyMemory<byte> json, GraphQLHttpOptions options, out HttpProblem? problem)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        problem = null;
        try
        {
            var reader = new Utf8JsonReader(json.Span, JsonText.Options(options.MaxJsonDepth));
            reader.Read();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                problem = entries.Count == options.MaxBatchEntries ? TooMany(options.MaxBatchEntries) : JsonText.Skip(ref reader, options.MaxJsonDepth);
                if (problem is not null)
                {
                    return null;
                }

                entries.Add(json[start..(int)reader.BytesConsumed]);
            }

            reader.Read(); // Throws where anything follows the array.
        }
        catch (JsonException exception)
        {
            problem = JsonText.Malformed("the body", exception);
            return null;
        }

        problem = entries.Count > 0 ? null : new HttpProblem(StatusCodes.Status400BadRequest, HttpErrorCodes.BodyNotJson, "the batch is empty");
        return problem is null ? entries : null;
    }

    public static HttpProblem TooMany(int most) => new(
        StatusCodes.Status400BadRequest, HttpErrorCodes.LimitBatchEntries, $"a batch has at most {most} entries, sets of variables counted");
}
