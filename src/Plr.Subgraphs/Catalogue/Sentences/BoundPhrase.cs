using System.Diagnostics;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Sentences;

/// <summary>A limit of a rule as a phrase: "at least 9 credits at Level 2 or above".</summary>
internal static class BoundPhrase
{
    public static string Of(Bound bound, Language language)
    {
        var share = bound.MinShare is { } part
            ? In(language, $"at least {part.Numerator}/{part.Denominator} of the {Measure(bound.Measure, 2, language)}", $"o leiaf {part.Numerator}/{part.Denominator} o'r {Measure(bound.Measure, 2, language)}")
            : null;
        var range = Range(bound, language);
        var amount = range is null ? null : $"{range} {Measure(bound.Measure, bound.Max ?? bound.Min ?? 0, language)}";
        return string.Join(In(language, ", and ", ", ac "), new[] { amount, share }.OfType<string>()) + Narrowing(bound, language);
    }

    /// <summary>An amount such as "3 credits".</summary>
    public static string Amount(int amount, BoundMeasure measure, Language language) => $"{amount} {Measure(measure, amount, language)}";

    /// <summary>The phrase in the language.</summary>
    public static string In(Language language, string english, string welsh) => language is Language.Welsh ? welsh : english;

    /// <summary>A level by name.</summary>
    public static string Level(int rank, Language language) => rank <= 0
        ? In(language, $"Entry Level {rank + 3}", $"Lefel Mynediad {rank + 3}")
        : In(language, $"Level {rank}", $"Lefel {rank}");

    /// <summary>What restricts a limit to a part of what counts; empty when nothing does.</summary>
    public static string Narrowing(Bound bound, Language language)
    {
        var level = (bound.MinLevel, bound.MaxLevel) switch
        {
            (null, null) => "",
            ({ } low, { } high) when low == high => In(language, $" at {Level(low, language)}", $" ar {Level(low, language)}"),
            ({ } low, null) => In(language, $" at {Level(low, language)} or above", $" ar {Level(low, language)} neu uwch"),
            (null, { } high) => In(language, $" at {Level(high, language)} or below", $" ar {Level(high, language)} neu is"),
            ({ } low, { } high) => In(language, $" at {Level(low, language)} to {Level(high, language)}", $" ar {Level(low, language)} i {Level(high, language)}"),
        };
        var sources = bound.Sources is { } list ? In(language, " by ", " trwy ") + string.Join(In(language, " or ", " neu "), list.Select(source => Source(source, language))) : "";
        var units = bound.Units is { } keys ? In(language, " from ", " o blith ") + string.Join(", ", keys) : "";
        return level + sources + units;
    }

    // Welsh numerals take the singular.
    private static string Measure(BoundMeasure measure, int amount, Language language) => (measure, language) switch
    {
        (BoundMeasure.Credits, Language.Welsh) => "credyd",
        (BoundMeasure.Units, Language.Welsh) => "uned",
        (BoundMeasure.GuidedLearningHours, Language.Welsh) => "awr o ddysgu dan arweiniad",
        (BoundMeasure.Credits, _) => amount == 1 ? "credit" : "credits",
        (BoundMeasure.Units, _) => amount == 1 ? "unit" : "units",
        (BoundMeasure.GuidedLearningHours, _) => amount == 1 ? "guided learning hour" : "guided learning hours",
        _ => throw new UnreachableException($"no word for {measure}"),
    };

    private static string? Range(Bound bound, Language language) => (bound.Min, bound.Max) switch
    {
        (null, null) => null,
        ({ } min, { } max) when min == max => In(language, $"exactly {min}", $"yn union {min}"),
        ({ } min, { } max) => In(language, $"{min} to {max}", $"{min} i {max}"),
        ({ } min, null) => In(language, $"at least {min}", $"o leiaf {min}"),
        (null, { } max) => In(language, $"at most {max}", $"ar y mwyaf {max}"),
    };

    private static string Source(CreditSource source, Language language) => source switch
    {
        CreditSource.Own => In(language, "assessment", "asesiad"),
        CreditSource.Transfer => In(language, "credit transfer", "drosglwyddo credyd"),
        CreditSource.PriorLearning => In(language, "recognition of prior learning", "gydnabod dysgu blaenorol"),
        CreditSource.Exemption => In(language, "exemption", "eithriad"),
        CreditSource.Fresh => In(language, "new study", "astudio o'r newydd"),
        _ => throw new UnreachableException($"no word for {source}"),
    };
}
