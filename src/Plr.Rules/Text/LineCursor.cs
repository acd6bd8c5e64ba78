using System.Globalization;
using Plr.Domain.Combination;

namespace Plr.Rules.Text;

/// <summary>Walks along the lexemes of one line.</summary>
internal sealed class LineCursor(IReadOnlyList<Lexeme> lexemes)
{
    private int at;

    public Lexeme Current => lexemes[at];

    public Lexeme Following => lexemes[Math.Min(at + 1, lexemes.Count - 1)];

    public bool AtEnd => Current.Kind == LexemeKind.End;

    public Lexeme Take() => AtEnd ? Current : lexemes[at++];

    /// <summary>Takes the keyword if it is next.</summary>
    public bool Accept(string keyword)
    {
        if (!Current.Is(keyword))
        {
            return false;
        }

        at++;
        return true;
    }

    /// <summary>Takes keywords that must come next.</summary>
    public void Expect(params ReadOnlySpan<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (!Accept(keyword))
            {
                throw Wrong($"{Current} stands where `{keyword}` belongs", $"write `{string.Join(' ', keywords)}`");
            }
        }
    }

    public void ExpectEnd()
    {
        if (!AtEnd)
        {
            throw Wrong($"{Current} follows what is complete already", "put each rule on a line of its own, and several names between commas");
        }
    }

    /// <summary>A name: a quoted text, or a word that is no keyword.</summary>
    public string Name(string what)
    {
        var lexeme = Current;
        if (lexeme.Kind is not (LexemeKind.Word or LexemeKind.Quoted))
        {
            throw Wrong($"{lexeme} stands where {what} belongs", $"write {what}");
        }

        if (lexeme.Kind == LexemeKind.Word && Keywords.IsReserved(lexeme.Value))
        {
            throw Wrong($"{lexeme} is a keyword and stands where {what} belongs", $"if it is a name, quote it: \"{lexeme.Value}\"");
        }

        at++;
        return lexeme.Value;
    }

    /// <summary>A quoted text, if one is next.</summary>
    public string? Quoted() => Current.Kind == LexemeKind.Quoted ? Take().Value : null;

    /// <summary>A quoted text that must come next.</summary>
    public string Quoted(string what) => Quoted() ?? throw Wrong($"{Current} stands where {what} belongs", $"write {what} in double quotes");

    /// <summary>Names between commas or <c>or</c>; none for <c>nothing</c>.</summary>
    public List<string> Names(string what)
    {
        if (Accept("nothing"))
        {
            return [];
        }

        List<string> names = [Name(what)];
        while (Current.Kind == LexemeKind.Comma || Current.Is("or"))
        {
            at++;
            names.Add(Name(what));
        }

        return names;
    }

    public List<UnitKey> Units() => [.. Names("a unit").Select(UnitKey.FromString)];

    public int Number(string what, int most = RuleTextLimits.MaxNumber)
    {
        var lexeme = Current;
        if (lexeme.Kind != LexemeKind.Word || !int.TryParse(lexeme.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > most)
        {
            throw Wrong($"{lexeme} stands where {what} belongs", $"write a whole number from 0 to {most}");
        }

        at++;
        return number;
    }

    public BoundMeasure Measure()
    {
        var measure = Current.Kind == LexemeKind.Word ? Keywords.Measure(Current.Value) : null;
        return measure is { } known
            ? TakeAs(known)
            : throw Wrong($"{Current} stands where a measure belongs", "write `credits`, `units` or `hours`");
    }

    /// <summary><c>level 2</c> or <c>entry 3</c>.</summary>
    public int Level()
    {
        if (Accept("entry"))
        {
            var entry = Number("the number of an entry level", 3);
            return entry > 0 ? entry - 3 : throw Wrong("there is no entry level 0", "write `entry 1`, `entry 2` or `entry 3`");
        }

        if (!Accept("level"))
        {
            throw Wrong($"{Current} stands where a level belongs", "write `level 1` to `level 8`, or `entry 1` to `entry 3`");
        }

        var level = Number("the number of a level", 8);
        return level > 0 ? level : throw Wrong("there is no level 0", "write `level 1` to `level 8`, or `entry 1` to `entry 3`");
    }

    /// <summary>A level with what may follow it: <c>or above</c>, <c>or below</c>, <c>to level 3</c>.</summary>
    public (int? Min, int? Max) LevelRange()
    {
        var level = Level();
        if (Current.Is("or") && Following.Is("above"))
        {
            at += 2;
            return (level, null);
        }

        if (Current.Is("or") && Following.Is("below"))
        {
            at += 2;
            return (null, level);
        }

        return Accept("to") ? (level, Level()) : (level, level);
    }

    public int Months()
    {
        var months = Number("a number of months");
        return Accept("month") || Accept("months") ? months : throw Wrong($"{Current} stands where `months` belongs", "give the age in months: `36 months`");
    }

    public RuleTextException Wrong(string message, string remedy) => new(Current.Column, message, remedy);

    private T TakeAs<T>(T value)
    {
        at++;
        return value;
    }
}
