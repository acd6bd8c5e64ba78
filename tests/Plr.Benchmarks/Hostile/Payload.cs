using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Plr.Benchmarks.Hostile;

/// <summary>What an attack sends: the JSON of one request, or bytes in its place.</summary>
internal sealed record Payload
{
    private byte[]? raw;

    private Payload()
    {
    }

    /// <summary>The document; null where the bytes are what attacks.</summary>
    public string? Document { get; private init; }

    /// <summary>Variables as JSON; null for none.</summary>
    public string? Variables { get; private init; }

    public string? OperationName { get; init; }

    /// <summary>Whether it can be registered by its hash: it is a document and nothing else is wrong with the request.</summary>
    public bool HasDocument => Document is not null;

    /// <summary>The SHA-256 of the document in lower-case hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document!))); // Asked where there is one.

    public static Payload Of(string document, string? variables = null) => new() { Document = document, Variables = variables };

    public static Payload OfBytes(byte[] json) => new() { raw = json };

    public static Payload OfJson(string json) => OfBytes(Encoding.UTF8.GetBytes(json));

    /// <summary>The request as JSON, made once: to write megabytes of it is not what is measured.</summary>
    public byte[] ToJson() => raw ??= Write(withHash: false);

    /// <summary>The request with the document's hash.</summary>
    public byte[] ToPersistedJson() => Write(withHash: true);

    private byte[] Write(bool withHash)
    {
        var text = new StringBuilder("{\"query\":").Append(Quote(Document!)); // Without one there are bytes.
        if (Variables is not null)
        {
            text.Append(",\"variables\":").Append(Variables);
        }

        if (OperationName is not null)
        {
            text.Append(",\"operationName\":").Append(Quote(OperationName));
        }

        if (withHash)
        {
            text.Append(",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"").Append(Hash).Append("\"}}");
        }

        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }

    private static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
