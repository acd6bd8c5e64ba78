using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Import;

/// <summary>Numbers and levels as files write them.</summary>
internal static class Numbers
{
    /// <summary>A qualification number. In the register's own files a wrong check character is a warning, elsewhere a refusal.</summary>
    /// <exception cref="RowRejectedException">It is no number, or its check character is wrong outside the register.</exception>
    public static QualificationNumber Qualification(string text, bool fromRegister, FileImport file, string position)
    {
        var number = fromRegister ? QualificationNumber.ParseIssued(text) : QualificationNumber.Parse(text);
        if (!number.Succeeded)
        {
            throw new RowRejectedException($"`{text}`: {number.Problem.Message}");
        }

        if (!number.Value.HasValidCheck)
        {
            file.Warn(position, $"the check character of {number.Value} does not fit; taken as the register holds it");
        }

        return number.Value;
    }

    /// <summary>A unit number, by the same rule.</summary>
    /// <exception cref="RowRejectedException">It is no number, or its letter is wrong outside the register.</exception>
    public static UnitNumber Unit(string text, bool fromRegister, FileImport file, string position)
    {
        var number = fromRegister ? UnitNumber.ParseIssued(text) : UnitNumber.Parse(text);
        if (!number.Succeeded)
        {
            throw new RowRejectedException($"`{text}`: {number.Problem.Message}");
        }

        if (!number.Value.HasValidCheck)
        {
            file.Warn(position, $"the letter of {number.Value} does not fit; taken as the register holds it");
        }

        return number.Value;
    }

    /// <summary>The level of a text such as <c>Level 2</c>, <c>2</c>, <c>Level 1/2</c>, <c>Entry Level</c>; a sub-level tells the entry levels apart.</summary>
    /// <returns>Null for a text that is none of the register's.</returns>
    public static QualificationLevel? Level(string? text, string? subLevel = null) => (subLevel ?? text)?.Trim().ToUpperInvariant() switch
    {
        "ENTRY LEVEL" or "ENTRY" => QualificationLevel.Entry,
        "ENTRY LEVEL 1" or "ENTRY 1" or "E1" => QualificationLevel.Entry1,
        "ENTRY LEVEL 2" or "ENTRY 2" or "E2" => QualificationLevel.Entry2,
        "ENTRY LEVEL 3" or "ENTRY 3" or "E3" => QualificationLevel.Entry3,
        "ENTRY LEVEL 1,2" => QualificationLevel.Entry1To2,
        "ENTRY LEVEL 2,3" => QualificationLevel.Entry2To3,
        "ENTRY LEVEL 1,2,3" => QualificationLevel.Entry1To3,
        "LEVEL 1" or "1" => QualificationLevel.Level1,
        "LEVEL 1/2" or "1/2" => QualificationLevel.Level1To2,
        "LEVEL 2" or "2" => QualificationLevel.Level2,
        "LEVEL 3" or "3" => QualificationLevel.Level3,
        "LEVEL 4" or "4" => QualificationLevel.Level4,
        "LEVEL 5" or "5" => QualificationLevel.Level5,
        "LEVEL 6" or "6" => QualificationLevel.Level6,
        "LEVEL 7" or "7" => QualificationLevel.Level7,
        "LEVEL 8" or "8" => QualificationLevel.Level8,
        _ => null,
    };
}
