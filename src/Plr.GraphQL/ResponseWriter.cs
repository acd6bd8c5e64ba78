using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL;

/// <summary>Writes JSON as UTF-8 into a pooled buffer that can be cut back, so that a null can take the place of what was begun.</summary>
/// <remarks>It checks nothing: who writes keeps the JSON well-formed. RFC 8259.</remarks>
public sealed class ResponseWriter : IDisposable
{
    private const int InitialBytes = 1024;
    private const int LongestNumberBytes = 64;
    private const int BytesPerEscapedChar = 6;

    // What must be escaped by RFC 8259: quotation mark, reverse solidus and the controls. Nothing else is.
    private static readonly SearchValues<char> MustEscape = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private readonly int maxBytes;
    private byte[] buffer;

    /// <summary>An empty buffer.</summary>
    /// <param name="maxBytes">The writer refuses to grow once it holds more; who writes looks at the length at the end.</param>
    public ResponseWriter(int maxBytes = int.MaxValue)
    {
        this.maxBytes = maxBytes;
        buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    }

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>What is written so far; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, Length);

    /// <summary>Cuts back to an earlier <see cref="Length"/>.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length);
        Length = length;
    }

    /// <summary>Writes a string value, escaped.</summary>
    public void WriteString(ReadOnlySpan<char> text)
    {
        var escapeFrom = text.IndexOfAny(MustEscape);
        var span = Reserve(checked(2 + (escapeFrom < 0 ? Encoding.UTF8.GetMaxByteCount(text.Length) : text.Length * BytesPerEscapedChar)));
        span[0] = (byte)'"';
        // Half a surrogate pair becomes U+FFFD, as the Unicode standard advises.
        var plain = escapeFrom < 0 ? text.Length : escapeFrom;
        var written = 1 + Encoding.UTF8.GetBytes(text[..plain], span[1..]);
        for (var i = plain; i < text.Length; i++)
        {
            written += EscapeOrCopy(text, ref i, span[written..]);
        }

        span[written++] = (byte)'"';
        Length += written;
    }

    /// <summary>Writes a string value; null is written as <c>null</c>.</summary>
    public void WriteString(string? text)
    {
        if (text is null)
        {
            WriteNull();
        }
        else
        {
            WriteString(text.AsSpan());
        }
    }

    /// <summary>Writes a string value that is ASCII and needs no escape, such as a number in canonical form.</summary>
    public void WriteAsciiString(ReadOnlySpan<byte> text)
    {
        var span = Reserve(text.Length + 2);
        span[0] = (byte)'"';
        text.CopyTo(span[1..]);
        span[text.Length + 1] = (byte)'"';
        Length += text.Length + 2;
    }

    /// <summary>Writes what formats itself as UTF-8, such as a date, as a string. The form must need no escape.</summary>
    public void WriteFormatted<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        WriteByte((byte)'"');
        int written;
        for (var size = LongestNumberBytes; !value.TryFormat(Reserve(size), out written, format, CultureInfo.InvariantCulture); size *= 2)
        {
            // The reserve grows until the form fits.
        }

        Length += written;
        WriteByte((byte)'"');
    }

    /// <summary>Writes a number.</summary>
    public void WriteNumber(long number)
    {
        Utf8Formatter.TryFormat(number, Reserve(LongestNumberBytes), out var written);
        Length += written;
    }

    /// <summary>Writes a number.</summary>
    public void WriteNumber(decimal number)
    {
        Utf8Formatter.TryFormat(number, Reserve(LongestNumberBytes), out var written);
        Length += written;
    }

    /// <summary>Writes a number in its shortest form that reads back the same.</summary>
    /// <exception cref="GraphQLException">It is not finite: JSON has no form for it.</exception>
    public void WriteNumber(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new GraphQLException(ErrorCodes.ResultCoercionFailed, "the number is not finite, so it has no form in the response");
        }

        number.TryFormat(Reserve(LongestNumberBytes), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool flag) => WriteRaw(flag ? "true"u8 : "false"u8);

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes bytes that are JSON already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        Length += json.Length;
    }

    /// <summary>Gives the buffer back; what was <see cref="Written"/> is no longer valid.</summary>
    public void Dispose()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
            Length = 0;
        }
    }

    internal void WriteByte(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    private static int EscapeOrCopy(ReadOnlySpan<char> text, ref int index, Span<byte> target)
    {
        var character = text[index];
        if (!MustEscape.Contains(character))
        {
            var length = char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
            var bytes = Encoding.UTF8.GetBytes(text.Slice(index, length), target);
            index += length - 1;
            return bytes;
        }

        target[0] = (byte)'\\';
        var shortForm = character switch
        {
            '"' => '"',
            '\\' => '\\',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => '\0',
        };
        if (shortForm != '\0')
        {
            target[1] = (byte)shortForm;
            return 2;
        }

        "u00"u8.CopyTo(target[1..]);
        target[4] = (byte)(character < 0x10 ? '0' : '1');
        target[5] = (byte)"0123456789abcdef"[character & 0xF];
        return BytesPerEscapedChar;
    }

    private Span<byte> Reserve(int bytes)
    {
        if (buffer.Length - Length < bytes)
        {
            Grow(bytes);
        }

        return buffer.AsSpan(Length);
    }

    private void Grow(int bytes)
    {
        var needed = (long)Length + bytes;
        if (Length > maxBytes || needed > Array.MaxLength)
        {
            throw new ResponseTooLargeException();
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, buffer.Length * 2L), Array.MaxLength));
        buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
