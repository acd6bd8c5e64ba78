using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Plr.GraphQL.Execution.Documents;

/// <summary>The documents that an operator trusts, by the SHA-256 of their text.</summary>
/// <remarks>The manifest is one JSON object: the hash in 64 lower-case hexadecimal digits, with or without <c>sha256:</c> before it, and the
/// document as its client sends it.</remarks>
public sealed class TrustedDocuments
{
    private const string Prefix = "sha256:";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private TrustedDocuments(FrozenDictionary<DocumentKey, byte[]> documents) => Documents = documents;

    /// <summary>How many there are.</summary>
    public int Count => Documents.Count;

    internal FrozenDictionary<DocumentKey, byte[]> Documents { get; }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="TrustedDocumentException">It is no such JSON, or a hash is not that of its document.</exception>
    public static TrustedDocuments Parse(ReadOnlyMemory<byte> manifest)
    {
        try
        {
            using var json = JsonDocument.Parse(manifest, Strict);
            if (json.RootElement.ValueKind is not JsonValueKind.Object)
            {
                throw new TrustedDocumentException("the manifest must be one JSON object of documents by their SHA-256");
            }

            return new TrustedDocuments(json.RootElement.EnumerateObject().Select(Read).ToFrozenDictionary());
        }
        catch (JsonException exception)
        {
            throw new TrustedDocumentException(
                $"the manifest is not JSON with each hash once (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})", exception);
        }
    }

    private static KeyValuePair<DocumentKey, byte[]> Read(JsonProperty entry)
    {
        var hash = entry.Name.StartsWith(Prefix, StringComparison.Ordinal) ? entry.Name[Prefix.Length..] : entry.Name;
        if (!DocumentKey.TryParse(hash, out var key))
        {
            throw new TrustedDocumentException($"`{entry.Name}` in the manifest is not 64 lower-case hexadecimal digits");
        }

        if (entry.Value.ValueKind is not JsonValueKind.String)
        {
            throw new TrustedDocumentException($"the document of `{entry.Name}` in the manifest is not a string");
        }

        var document = Encoding.UTF8.GetBytes(entry.Value.GetString()!); // A string.
        return DocumentKey.Of(document) == key
            ? new KeyValuePair<DocumentKey, byte[]>(key, document)
            : throw new TrustedDocumentException($"`{entry.Name}` in the manifest is not the SHA-256 of its document");
    }
}
