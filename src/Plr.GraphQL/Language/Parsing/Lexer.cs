namespace Plr.GraphQL.Language.Parsing;

/// <summary>Cuts UTF-8 into tokens, one at a time. A mutable struct that lives in a field of its parser.</summary>
/// <remarks>GraphQL September 2025, 2.1 Source Text and 2.1.6 Lexical Tokens.</remarks>
internal struct Lexer(Source source, int maxTokenBytes)
{
    private readonly Source source = source;
    private readonly byte[] bytes = source.Bytes;
    private readonly int maxTokenBytes = maxTokenBytes;

    /// <summary>The current token.</summary>
    public TokenKind Kind;

    /// <summary>Byte offset of its first byte.</summary>
    public int Start;

    /// <summary>Byte offset after its last byte.</summary>
    public int End;

    /// <summary>Byte offset after the last byte of the token before.</summary>
    public int PreviousEnd;

    /// <summary>Moves to the next token.</summary>
    public void Next()
    {
        PreviousEnd = End;
        var position = SkipIgnored(End);
        Start = position;
        if (position >= bytes.Length)
        {
            Kind = TokenKind.EndOfFile;
            End = position;
            return;
        }

        var first = bytes[position];
        if (IsNameStart(first))
        {
            ReadName();
            return;
        }

        Kind = Punctuator(first);
        if (Kind != TokenKind.EndOfFile)
        {
            End = position + 1;
            return;
        }

        switch (first)
        {
            case (byte)'.':
                ReadSpread();
                break;
            case (byte)'"':
                ReadString();
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                ReadNumber();
                break;
            default:
                throw UnexpectedCharacter(position);
        }
    }

    /// <summary>Whether the current token is a name spelt like this.</summary>
    public readonly bool Is(ReadOnlySpan<byte> keyword) =>
        Kind == TokenKind.Name && bytes.AsSpan(Start, End - Start).SequenceEqual(keyword);

    private static TokenKind Punctuator(byte value) => value switch
    {
        (byte)'!' => TokenKind.Bang,
        (byte)'$' => TokenKind.Dollar,
        (byte)'&' => TokenKind.Ampersand,
        (byte)'(' => TokenKind.ParenthesisLeft,
        (byte)')' => TokenKind.ParenthesisRight,
        (byte)':' => TokenKind.Colon,
        (byte)'=' => TokenKind.EqualsSign,
        (byte)'@' => TokenKind.At,
        (byte)'[' => TokenKind.BracketLeft,
        (byte)']' => TokenKind.BracketRight,
        (byte)'{' => TokenKind.BraceLeft,
        (byte)'|' => TokenKind.Pipe,
        (byte)'}' => TokenKind.BraceRight,
        _ => TokenKind.EndOfFile, // Stands for "none of these".
    };

    private readonly int SkipIgnored(int position)
    {
        while (position < bytes.Length)
        {
            switch (bytes[position])
            {
                case (byte)' ' or (byte)',' or (byte)'\t' or (byte)'\n' or (byte)'\r':
                    position++;
                    break;
                case (byte)'#':
                    position = SkipComment(position);
                    break;
                case 0xEF when position + 2 < bytes.Length && bytes[position + 1] == 0xBB && bytes[position + 2] == 0xBF:
                    position += 3; // Byte order mark.
                    break;
                default:
                    return position;
            }
        }

        return position;
    }

    private readonly int SkipComment(int position)
    {
        while (position < bytes.Length && bytes[position] is not ((byte)'\n' or (byte)'\r'))
        {
            position += SourceCharacterLength(position);
        }

        return position;
    }

    private void ReadName()
    {
        var position = Start + 1;
        while (position < bytes.Length && (IsNameStart(bytes[position]) || IsDigit(bytes[position])))
        {
            position++;
        }

        Kind = TokenKind.Name;
        End = position;
        CheckLength();
    }

    private void ReadSpread()
    {
        if (Start + 2 >= bytes.Length || bytes[Start + 1] != (byte)'.' || bytes[Start + 2] != (byte)'.')
        {
            throw UnexpectedCharacter(Start);
        }

        Kind = TokenKind.Spread;
        End = Start + 3;
    }

    private void ReadNumber()
    {
        var position = Start + (bytes[Start] == (byte)'-' ? 1 : 0);
        Kind = TokenKind.Int;
        if (At(position) == (byte)'0')
        {
            position++;
        }
        else
        {
            position = ReadDigits(position);
        }

        if (At(position) == (byte)'.')
        {
            Kind = TokenKind.Float;
            position = ReadDigits(position + 1);
        }

        if (At(position) is (byte)'e' or (byte)'E')
        {
            Kind = TokenKind.Float;
            position = ReadDigits(position + (At(position + 1) is (byte)'+' or (byte)'-' ? 2 : 1));
        }

        if (At(position) is var next && (next == (byte)'.' || IsNameStart(next) || IsDigit(next)))
        {
            throw Fail($"a number must not be followed by `{(char)next}`", position, position + 1);
        }

        End = position;
        CheckLength();
    }

    private readonly int ReadDigits(int position)
    {
        if (!IsDigit(At(position)))
        {
            throw Fail("expected a digit in a number", position, position);
        }

        while (IsDigit(At(position)))
        {
            position++;
        }

        return position;
    }

    private void ReadString()
    {
        if (At(Start + 1) == (byte)'"' && At(Start + 2) == (byte)'"')
        {
            ReadBlockString();
            return;
        }

        var position = Start + 1;
        while (position < bytes.Length)
        {
            switch (bytes[position])
            {
                case (byte)'"':
                    Kind = TokenKind.String;
                    End = position + 1;
                    return;
                case (byte)'\n' or (byte)'\r':
                    throw Fail("a string does not end on its line", Start, position);
                case (byte)'\\' when At(position + 1) is (byte)'"' or (byte)'\\':
                    position += 2; // Other escapes can not hide the closing quote; StringLiteral judges them.
                    break;
                default:
                    position += SourceCharacterLength(position);
                    break;
            }
        }

        throw Fail("a string does not end", Start, position);
    }

    private void ReadBlockString()
    {
        var position = Start + 3;
        while (position < bytes.Length)
        {
            if (IsTripleQuote(position))
            {
                Kind = TokenKind.BlockString;
                End = position + 3;
                return;
            }

            position += bytes[position] == (byte)'\\' && IsTripleQuote(position + 1) ? 4 : SourceCharacterLength(position);
        }

        throw Fail("a block string does not end", Start, position);
    }

    private readonly bool IsTripleQuote(int position) =>
        At(position) == (byte)'"' && At(position + 1) == (byte)'"' && At(position + 2) == (byte)'"';

    /// <summary>The length of one well-formed character.</summary>
    private readonly int SourceCharacterLength(int position)
    {
        if (bytes[position] < 0x80)
        {
            return 1;
        }

        var length = Utf8.SequenceLength(bytes, position);
        return length > 0 ? length : throw Fail("the document is not well-formed UTF-8", position, position + 1);
    }

    // Zero past the end, which no caller takes for a token.
    private readonly byte At(int position) => position < bytes.Length ? bytes[position] : (byte)0;

    private readonly void CheckLength()
    {
        if (End - Start > maxTokenBytes)
        {
            throw Fail(
                $"a name or number is longer than {maxTokenBytes} characters", Start, End, ErrorCodes.LimitTokenBytes);
        }
    }

    private readonly GraphQLSyntaxException UnexpectedCharacter(int position)
    {
        var length = Utf8.SequenceLength(bytes, position);
        var message = length == 0
            ? "the document is not well-formed UTF-8"
            : $"unexpected character U+{Utf8.Decode(bytes, position, length):X4}";
        return Fail(message, position, position + 1);
    }

    private readonly GraphQLSyntaxException Fail(
        string message, int start, int end, string code = ErrorCodes.GraphQLParseFailed) =>
        new(new SyntaxError(message, code, new Location(source, start, end)));

    private static bool IsNameStart(byte value) =>
        unchecked((uint)((value | 0x20) - 'a')) <= 'z' - 'a' || value == (byte)'_';

    private static bool IsDigit(byte value) => unchecked((uint)(value - '0')) <= 9;
}
