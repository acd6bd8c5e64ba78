namespace Plr.GraphQL.Language.Parsing;

/// <summary>The lexical tokens.</summary>
/// <remarks>GraphQL September 2025, 2.1.6 Lexical Tokens.</remarks>
internal enum TokenKind
{
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    ParenthesisLeft,
    ParenthesisRight,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}
