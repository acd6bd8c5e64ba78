using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Plr.Host.SignIn;

/// <summary>The SHA-256 of a token, so that none is kept in memory for longer than its request.</summary>
internal readonly record struct TokenFingerprint
{
    private readonly UInt128 first;
    private readonly UInt128 second;

    private TokenFingerprint(UInt128 first, UInt128 second) => (this.first, this.second) = (first, second);

    /// <summary>The fingerprint of a token's characters, all of them.</summary>
    public static TokenFingerprint Of(ReadOnlySpan<char> token)
    {
        Span<UInt128> digest = stackalloc UInt128[2];
        SHA256.HashData(MemoryMarshal.AsBytes(token), MemoryMarshal.AsBytes(digest));
        return new TokenFingerprint(digest[0], digest[1]);
    }
}
