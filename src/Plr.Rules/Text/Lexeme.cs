namespace Plr.Rules.Text;

/// <summary>What a lexeme is.</summary>
internal enum LexemeKind
{
    /// <summary>A bare word: a keyword, a number or a name.</summary>
    Word,

    /// <summary>A text in double quotes: always a name, never a keyword.</summary>
    Quoted,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>The end of the line.</summary>
    End,
}

/// <summary>A word, quoted text or comma of a line.</summary>
/// <param name="Value">The word, or the text with its escapes resolved.</param>
/// <param name="Column">Where it begins, from 1.</param>
internal readonly record struct Lexeme(LexemeKind Kind, string Value, int Column)
{
    /// <summary>Whether it is this keyword.</summary>
    public bool Is(string keyword) => Kind == LexemeKind.Word && Value == keyword;

    /// <summary>How messages call it.</summary>
    public override string ToString() => Kind switch
    {
        LexemeKind.End => "the end of the line",
        LexemeKind.Comma => "a comma",
        _ => $"`{Value}`",
    };
}
