using System.Collections.Frozen;
using Plr.Domain.Combination;

namespace Plr.Rules.Text;

/// <summary>The words of the text form.</summary>
internal static class Keywords
{
    // A name that is one of these is quoted when it is written, so that no line can be read two ways.
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "qualification", "unit", "source", "section", "incomplete", "also", "all", "any", "group", "choose", "other", "at", "exactly", "between", "never",
        "nothing", "not", "no", "unnumbered", "lends", "in", "or", "and", "requires", "counts", "by", "from", "of", "to", "half");

    private static readonly (CreditSource Source, string Word)[] Sources =
    [
        (CreditSource.Own, "assessment"),
        (CreditSource.Transfer, "transfer"),
        (CreditSource.PriorLearning, "prior-learning"),
        (CreditSource.Exemption, "exemption"),
        (CreditSource.Fresh, "further-study"),
    ];

    /// <summary>Every source, in the order in which they are written.</summary>
    public static IEnumerable<CreditSource> AllSources => Sources.Select(entry => entry.Source);

    public static string SourceWords => string.Join(", ", Sources.Select(entry => $"`{entry.Word}`"));

    public static string Word(CreditSource source) => Sources.Single(entry => entry.Source == source).Word;

    public static CreditSource? Source(string word) => Sources.Where(entry => entry.Word == word).Select(entry => (CreditSource?)entry.Source).FirstOrDefault();

    /// <summary>Whether a name can stand without quotes.</summary>
    public static bool IsBare(string name) =>
        name.Length > 0 && !Reserved.Contains(name) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-' or ':');

    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>The measure of a word in the singular or the plural, or null.</summary>
    public static BoundMeasure? Measure(string word) => word switch
    {
        "credit" or "credits" => BoundMeasure.Credits,
        "unit" or "units" => BoundMeasure.Units,
        "hour" or "hours" => BoundMeasure.GuidedLearningHours,
        _ => null,
    };

    public static string Plural(BoundMeasure measure) => measure switch
    {
        BoundMeasure.Credits => "credits",
        BoundMeasure.Units => "units",
        _ => "hours",
    };
}
