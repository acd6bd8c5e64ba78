using System.Buffers.Text;
using System.Text;

namespace Plr.GraphQL.Pagination;

/// <summary>Cursors: opaque to clients, a version and the parts of a key to the server.</summary>
/// <remarks>Base64url without padding of <c>1</c> and each part as length in bytes, colon, UTF-8 text. Only the one canonical
/// form of a cursor is read back. A cursor holds no secret and proves nothing: what it points to is guarded like any field.</remarks>
public static class Cursor
{
    private const int MaxBytes = 1_024;
    private const byte Version = (byte)'1';
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes a cursor of the parts of a key.</summary>
    public static string Encode(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder().Append((char)Version);
        foreach (var part in parts)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Strict.GetByteCount(part)}:{part}");
        }

        return Base64Url.EncodeToString(Strict.GetBytes(text.ToString()));
    }

    /// <summary>Reads a cursor of exactly so many parts.</summary>
    /// <exception cref="GraphQLException"><see cref="ErrorCodes.CursorInvalid"/>: it is none that <see cref="Encode"/> makes.</exception>
    public static string[] Decode(string cursor, int partCount) =>
        TryDecode(cursor, partCount)
        ?? throw new GraphQLException(ErrorCodes.CursorInvalid, "the cursor is none that this connection gives");

    private static string[]? TryDecode(string cursor, int partCount)
    {
        if (cursor.Length > MaxBytes * 4 / 3 || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var bytes = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        if (!Base64Url.TryDecodeFromChars(cursor, bytes, out var length))
        {
            return null;
        }

        var rest = bytes.AsSpan(0, length);
        if (rest.IsEmpty || rest[0] != Version)
        {
            return null;
        }

        rest = rest[1..];
        var parts = new string[partCount];
        for (var i = 0; i < partCount; i++)
        {
            if (!TryReadPart(ref rest, out parts[i]))
            {
                return null;
            }
        }

        // Base64 has several spellings of the same bytes, and lengths may have leading zeros: only the canonical one is ours.
        return rest.IsEmpty && Encode(parts) == cursor ? parts : null;
    }

    private static bool TryReadPart(ref Span<byte> rest, out string part)
    {
        part = "";
        var colon = rest.IndexOf((byte)':');
        if (colon < 1
            || !Utf8Parser.TryParse(rest[..colon], out int length, out var consumed)
            || consumed != colon
            || length < 0
            || length > rest.Length - colon - 1)
        {
            return false;
        }

        try
        {
            part = Strict.GetString(rest.Slice(colon + 1, length));
        }
        catch (DecoderFallbackException)
        {
            return false; // Not UTF-8, so not ours.
        }

        rest = rest[(colon + 1 + length)..];
        return true;
    }
}
