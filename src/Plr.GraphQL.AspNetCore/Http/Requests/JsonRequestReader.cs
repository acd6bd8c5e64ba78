using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>Reads the JSON body of a POST request in one pass, without copying what needs no unescaping.</summary>
/// <remarks>
/// GraphQL over HTTP, JSON Encoding. Properties it does not know are ignored, as the draft demands; a key given twice is refused,
/// since two readers could pick different ones (the executor does so inside the variables).
/// </remarks>
internal static class JsonRequestReader
{
    /// <summary>Reads the parameters; <paramref name="request"/> is null exactly when a problem is returned.</summary>
    /// <param name="allowVariableSets">Whether <c>variables</c> may be an array.</param>
    public static HttpProblem? Read(ReadOnlyMemory<byte> json, int maxDepth, out ParsedRequest? request, bool allowVariableSets = false)
    {
        request = null;
        var parsed = new ParsedRequest();
        var problem = TryRead(json, maxDepth, parsed);
        if (problem is null && !parsed.HasDocument && parsed.DocumentHash is null)
        {
            problem = Bad(HttpErrorCodes.QueryMissing, "the request has no `query`");
        }

        if (problem is null && parsed.VariableSets is not null && !allowVariableSets)
        {
            problem = WrongType("variables", "an object");
        }

        if (problem is null)
        {
            request = parsed;
        }
        else
        {
            parsed.Dispose();
        }

        return problem;
    }

    private static HttpProblem? TryRead(ReadOnlyMemory<byte> json, int maxDepth, ParsedRequest request)
    {
        if (json.IsEmpty)
        {
            return Bad(HttpErrorCodes.BodyNotJson, "the body is empty; expected a JSON object with `query`");
        }

        if (!Utf8.IsValid(json.Span))
        {
            return Bad(HttpErrorCodes.BodyNotJson, "the body is not UTF-8");
        }

        try
        {
            return ReadObject(json, maxDepth, request);
        }
        catch (JsonException exception)
        {
            return JsonText.Malformed("the body", exception);
        }
    }

    private static HttpProblem? ReadObject(ReadOnlyMemory<byte> json, int maxDepth, ParsedRequest request)
    {
        var reader = new Utf8JsonReader(json.Span, JsonText.Options(maxDepth));
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            return reader.TokenType is JsonTokenType.StartArray
                ? Bad(HttpErrorCodes.BatchingDisabled, "the body is an array, and this server takes one request at a time; send each as a JSON object")
                : Bad(HttpErrorCodes.BodyNotJson, "the body is JSON but no object; expected an object with `query`");
        }

        var keys = new SeenKeys();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (keys.Add(ref reader) is { } duplicate)
            {
                return duplicate;
            }

            var parameter = keys.Last;
            reader.Read();
            if (ReadParameter(parameter, ref reader, json, maxDepth, request) is { } problem)
            {
                return problem;
            }
        }

        reader.Read(); // Throws where anything follows the object.
        return null;
    }

    private static HttpProblem? ReadParameter(
        RequestParameter parameter, ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, int maxDepth, ParsedRequest request)
    {
        switch (parameter)
        {
            case RequestParameter.Query:
                return ReadDocument(ref reader, json, request);
            case RequestParameter.OperationName:
                return ReadOperationName(ref reader, request);
            case RequestParameter.Variables or RequestParameter.Extensions:
                var name = parameter is RequestParameter.Variables ? "variables" : "extensions";
                if (reader.TokenType is JsonTokenType.Null)
                {
                    return null;
                }

                if (parameter is RequestParameter.Variables && reader.TokenType is JsonTokenType.StartArray)
                {
                    return ReadVariableSets(ref reader, json, maxDepth, request);
                }

                if (reader.TokenType is not JsonTokenType.StartObject)
                {
                    return WrongType(name, "an object");
                }

                var start = (int)reader.TokenStartIndex;
                if (JsonText.Skip(ref reader, maxDepth) is { } problem)
                {
                    return problem;
                }

                var value = json[start..(int)reader.BytesConsumed];
                if (parameter is RequestParameter.Extensions)
                {
                    request.Extensions = value;
                    return DocumentHashes.ReadExtensions(value, maxDepth, request);
                }

                request.Variables = value;
                return null;
            case RequestParameter.DocumentId:
                return ReadDocumentId(ref reader, request);
            default:
                return JsonText.Skip(ref reader, maxDepth);
        }
    }

    private static HttpProblem? ReadVariableSets(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, int maxDepth, ParsedRequest request)
    {
        request.VariableSets = [];
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            if (JsonText.Skip(ref reader, maxDepth) is { } problem)
            {
                return problem;
            }

            request.VariableSets.Add(json[start..(int)reader.BytesConsumed]);
        }

        return request.VariableSets.Count > 0 ? null : WrongType("variables", "an object, an array of them that is not empty,");
    }

    private static HttpProblem? ReadDocument(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, ParsedRequest request)
    {
        if (reader.TokenType is JsonTokenType.Null)
        {
            return null; // As if it were absent: QUERY_MISSING.
        }

        if (reader.TokenType is not JsonTokenType.String)
        {
            return WrongType("query", "a string");
        }

        if (!reader.ValueIsEscaped)
        {
            request.SetDocument(json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
            return null;
        }

        if (!TryUnescape(ref reader, request.RentDocument(reader.ValueSpan.Length), out var document))
        {
            return Bad(HttpErrorCodes.ParameterMalformed, "`query` has half a surrogate pair, which is no character");
        }

        request.SetDocument(document);
        return null;
    }

    private static bool TryUnescape(ref Utf8JsonReader reader, Memory<byte> room, [NotNullWhen(true)] out ReadOnlyMemory<byte> text)
    {
        try
        {
            text = room[..reader.CopyString(room.Span)];
            return true;
        }
        catch (InvalidOperationException)
        {
            text = default; // The framework's only sign of \ud800 alone.
            return false;
        }
    }

    private static HttpProblem? ReadDocumentId(ref Utf8JsonReader reader, ParsedRequest request)
    {
        if (reader.TokenType is JsonTokenType.Null)
        {
            return null;
        }

        // What has an escape is no hash: it is refused as it stands.
        return reader.TokenType is JsonTokenType.String
            ? DocumentHashes.ReadIdentifier(System.Text.Encoding.UTF8.GetString(reader.ValueSpan), request)
            : WrongType("documentId", "a string");
    }

    private static HttpProblem? ReadOperationName(ref Utf8JsonReader reader, ParsedRequest request)
    {
        if (reader.TokenType is JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType is not JsonTokenType.String)
        {
            return WrongType("operationName", "a string");
        }

        // A GraphQL name needs no escape, so what has one is no name; unescaping could fail, and nobody needs it.
        return reader.ValueIsEscaped
            ? OperationNames.Invalid
            : OperationNames.Read(System.Text.Encoding.UTF8.GetString(reader.ValueSpan), request);
    }

    private static HttpProblem WrongType(string parameter, string expected) =>
        Bad(HttpErrorCodes.ParameterMalformed, $"`{parameter}` must be {expected} or null");

    private static HttpProblem Bad(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);
}
