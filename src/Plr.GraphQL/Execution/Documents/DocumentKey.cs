using System.Buffers;
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

    // 64 bits of the hash.
    internal ulong Mark => second;

    internal static DocumentKey Of(ReadOnlySpan<byte> document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        return new DocumentKey(MemoryMarshal.Cast<byte, ulong>(hash));
    }

    // 64 hexadecimal digits in lower case, so that one document has one name.
    internal static bool TryParse(string text, out DocumentKey key)
    {
        key = default;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (text.Length != 2 * hash.Length
            || text.AsSpan().ContainsAnyInRange('A', 'F')
            || Convert.FromHexString(text, hash, out _, out _) is not OperationStatus.Done)
        {
            return false;
        }

        key = new DocumentKey(MemoryMarshal.Cast<byte, ulong>(hash));
        return true;
    }

    public override string ToString() => Convert.ToHexStringLower(MemoryMarshal.AsBytes<ulong>([first, second, third, fourth]));

    public override int GetHashCode() => unchecked((int)first); // The hash is even already.
}
