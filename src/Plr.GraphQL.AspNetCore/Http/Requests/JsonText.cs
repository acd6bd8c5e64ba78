using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>What every piece of JSON in a request is held to.</summary>
internal static class JsonText
{
    public static readonly HttpProblem Duplicate = new(
        StatusCodes.Status400BadRequest, HttpErrorCodes.JsonKeyDuplicate, "a JSON object in the request has the same key twice");

    public static readonly HttpProblem BrokenKey = new(
        StatusCodes.Status400BadRequest, HttpErrorCodes.BodyNotJson, "a JSON key has half a surrogate pair, which is no character");

    /// <summary>The framework's own bound lies past ours, so that ours speaks first.</summary>
    public static JsonReaderOptions Options(int maxDepth) => new() { MaxDepth = maxDepth + 1 };

    /// <summary>Passes over the value the reader stands on. Keys are not compared: who reads the value does that.</summary>
    public static HttpProblem? Skip(ref Utf8JsonReader reader, int maxDepth)
    {
        var outside = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= maxDepth)
            {
                return TooDeep(maxDepth);
            }
        }
        while ((reader.CurrentDepth > outside || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.Read());

        return null;
    }

    /// <summary>The key the reader stands on; false where it is no text.</summary>
    public static bool TryKey(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? key)
    {
        try
        {
            key = reader.GetString()!; // A property name is never null.
            return true;
        }
        catch (InvalidOperationException)
        {
            key = null; // The framework's only sign of \ud800 alone.
            return false;
        }
    }

    /// <summary>Where the JSON breaks; never what stands there.</summary>
    public static HttpProblem Malformed(string what, JsonException exception) => new(
        StatusCodes.Status400BadRequest,
        HttpErrorCodes.BodyNotJson,
        string.Create(CultureInfo.InvariantCulture, $"{what} is not JSON: it breaks at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"));

    private static HttpProblem TooDeep(int maxDepth) => new(
        StatusCodes.Status400BadRequest,
        HttpErrorCodes.LimitJsonDepth,
        string.Create(CultureInfo.InvariantCulture, $"the JSON nests deeper than {maxDepth} objects and arrays"));
}
