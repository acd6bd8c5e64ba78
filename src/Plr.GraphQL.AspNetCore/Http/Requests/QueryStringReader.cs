using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>Reads the parameters of a GET request from its URL.</summary>
/// <remarks>GraphQL over HTTP, GET. The empty string is as good as an absent parameter.</remarks>
internal static class QueryStringReader
{
    /// <summary>Reads the parameters; <paramref name="request"/> is null exactly when a problem is returned.</summary>
    public static HttpProblem? Read(IQueryCollection query, int maxDepth, out ParsedRequest? request)
    {
        request = null;
        var parsed = new ParsedRequest();
        var variables = ReadOnlyMemory<byte>.Empty;
        var extensions = ReadOnlyMemory<byte>.Empty;
        var problem = ReadOnce(query, "query", out var document)
            ?? ReadOnce(query, "operationName", out var operationName)
            ?? OperationNames.Read(operationName, parsed)
            ?? ReadObject(query, "variables", maxDepth, out variables)
            ?? ReadObject(query, "extensions", maxDepth, out extensions)
            ?? ReadOnce(query, "documentId", out var documentId)
            ?? (documentId.Length > 0 ? DocumentHashes.ReadIdentifier(documentId, parsed) : null)
            ?? (extensions.IsEmpty ? null : DocumentHashes.ReadExtensions(extensions, maxDepth, parsed));
        if (problem is not null)
        {
            return problem;
        }

        if (document.Length is 0 && parsed.DocumentHash is null)
        {
            return Bad(HttpErrorCodes.QueryMissing, "the URL has no `query`; send one, or POST a JSON object with `query`");
        }

        if (document.Length > 0)
        {
            parsed.SetDocument(Encoding.UTF8.GetBytes(document));
        }

        parsed.Variables = variables;
        request = parsed;
        return null;
    }

    private static HttpProblem? ReadOnce(IQueryCollection query, string name, out string value)
    {
        var values = query[name];
        value = values.Count is 1 ? values[0] ?? "" : "";
        return values.Count > 1 ? Bad(HttpErrorCodes.ParameterMalformed, $"the URL has `{name}` twice") : null;
    }

    private static HttpProblem? ReadObject(IQueryCollection query, string name, int maxDepth, out ReadOnlyMemory<byte> json)
    {
        json = default;
        if (ReadOnce(query, name, out var text) is { } twice)
        {
            return twice;
        }

        if (text.Length is 0)
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var reader = new Utf8JsonReader(bytes, JsonText.Options(maxDepth));
            reader.Read();
            if (reader.TokenType is JsonTokenType.Null)
            {
                return null;
            }

            if (reader.TokenType is not JsonTokenType.StartObject)
            {
                return Bad(HttpErrorCodes.ParameterMalformed, $"`{name}` must be a JSON object");
            }

            var problem = JsonText.Skip(ref reader, maxDepth);
            if (problem is null)
            {
                reader.Read(); // Throws where anything follows the object.
                json = bytes;
            }

            return problem;
        }
        catch (JsonException exception)
        {
            return JsonText.Malformed($"`{name}`", exception);
        }
    }

    private static HttpProblem Bad(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);
}
