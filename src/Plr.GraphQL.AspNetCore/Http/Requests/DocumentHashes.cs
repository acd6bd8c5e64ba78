using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>The hash of a document, as a client gives it.</summary>
/// <remarks>GraphQL over HTTP, draft, Appendix A Persisted Documents: SHA256 hex document identifier. Apollo: <c>extensions.persistedQuery</c>.</remarks>
internal static class DocumentHashes
{
    private const string Prefix = "sha256:";
    private const int Digits = 64;

    /// <summary>Reads a <c>documentId</c>: <c>sha256:</c> and the hash, or the hash alone.</summary>
    public static HttpProblem? ReadIdentifier(string identifier, ParsedRequest request)
    {
        var hash = identifier.StartsWith(Prefix, StringComparison.Ordinal) ? identifier[Prefix.Length..] : identifier;
        return IsHash(hash)
            ? Set(hash, request)
            : Bad($"`documentId` must be `{Prefix}` and {Digits} lower-case hexadecimal digits");
    }

    /// <summary>Reads <c>persistedQuery</c> of a request's extensions, if it is there. Other extensions are not this server's.</summary>
    public static HttpProblem? ReadExtensions(ReadOnlyMemory<byte> extensions, int maxDepth, ParsedRequest request)
    {
        try
        {
            using var json = JsonDocument.Parse(extensions, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = maxDepth + 1 });
            if (!json.RootElement.TryGetProperty("persistedQuery"u8, out var persisted) || persisted.ValueKind is JsonValueKind.Null)
            {
                return null;
            }

            return persisted.ValueKind is not JsonValueKind.Object ? Bad("`extensions.persistedQuery` must be an object")
                : !persisted.TryGetProperty("version"u8, out var version) || !version.ValueEqualsOne() ? Bad("`extensions.persistedQuery.version` must be 1")
                : persisted.TryGetProperty("sha256Hash"u8, out var hash) && hash.ValueKind is JsonValueKind.String && IsHash(hash.GetString()!) // A string.
                    ? Set(hash.GetString()!, request)
                    : Bad($"`extensions.persistedQuery.sha256Hash` must be {Digits} lower-case hexadecimal digits");
        }
        catch (JsonException)
        {
            return JsonText.Duplicate; // The caller has read it once: it is JSON.
        }
        catch (InvalidOperationException)
        {
            return JsonText.BrokenKey; // The framework's only sign of \ud800 alone.
        }
    }

    private static bool ValueEqualsOne(this JsonElement version) =>
        version.ValueKind is JsonValueKind.Number && version.TryGetInt32(out var number) && number is 1;

    private static HttpProblem? Set(string hash, ParsedRequest request)
    {
        if (request.DocumentHash is { } other && other != hash)
        {
            return Bad("`documentId` and `extensions.persistedQuery.sha256Hash` name two documents");
        }

        request.DocumentHash = hash;
        return null;
    }

    private static bool IsHash(string text) => text.Length is Digits && text.All(char.IsAsciiHexDigitLower);

    private static HttpProblem Bad(string message) => new(StatusCodes.Status400BadRequest, HttpErrorCodes.ParameterMalformed, message);
}
