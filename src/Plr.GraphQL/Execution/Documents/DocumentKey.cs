using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Plr.GraphQL.Execution.Documents;

// SHA-256 of a document's bytes: no client can make two documents share it.
internal readonly record struct DocumentKey
{
    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    private DocumentKey(ReadOnlySpan<ulong> hash) => (first, second, third, fourth) = (hash[0], hash[1], hash[2], hash[3]);

    internal static DocumentKey Of(ReadOnlySpan<byte> document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        return new DocumentKey(MemoryMarshal.Cast<byte, ulong>(hash));
    }

    public override int GetHashCode() => unchecked((int)first); // The hash is even already.
}
