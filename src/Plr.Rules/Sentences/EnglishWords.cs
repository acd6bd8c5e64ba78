using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Sentences;

/// <summary>The sentences in English.</summary>
internal sealed class EnglishWords : ISentenceWords
{
    public static EnglishWords Instance { get; } = new();

    public string Whole => "The whole qualification";

    public string And(IReadOnlyList<string> parts) => Joined(parts, "and");

    public string Or(IReadOnlyList<string> parts) => Joined(parts, "or");

    public string Group(string label, string? name) => name is null || name == label ? $"Group {label}" : $"Group {label} ({name})";

    public string Amount(BoundMeasure measure, int number) => (measure, number) switch
    {
        (BoundMeasure.Credits, 1) => "1 credit",
        (BoundMeasure.Credits, _) => $"{number} credits",
        (BoundMeasure.Units, 1) => "1 unit",
        (BoundMeasure.Units, _) => $"{number} units",
        (_, 1) => "1 guided learning hour",
        _ => $"{number} guided learning hours",
    };

    public string AtLevels(int? least, int? most) => (least, most) switch
    {
        ({ } low, { } high) when low == high => $" at {Level(low)}",
        ({ } low, { } high) => $" from {Level(low)} to {Level(high)}",
        ({ } low, null) => $" at {Level(low)} or above",
        (null, { } high) => $" at {Level(high)} or below",
        _ => string.Empty,
    };

    public string FromSources(IReadOnlyList<CreditSource> sources) => $" through {Or([.. sources.Select(Source)])}";

    public string FromUnits(string units) => $" from {units}";

    public string AtLeast(string what) => $"at least {what}";

    public string AtMost(string what) => $"at most {what}";

    public string Exactly(string what) => $"exactly {what}";

    public string Between(BoundMeasure measure, int least, int most) => $"between {least} and {Amount(measure, most)}";

    public string Share(Share share, BoundMeasure measure, string filter) =>
        $"at least {share.Numerator} of every {share.Denominator} {Plural(measure)} counted{filter}";

    public string AllUnits(int count) => count == 1 ? "the one unit, which is mandatory" : $"all {count} units";

    public string AnyUnits(int count) => $"any of its {count} units";

    public string Unidentified(int count) => $"{Amount(BoundMeasure.Units, count)} of it published without a number";

    public string Choose(int least, int most, string groups) => least == most
        ? $"exactly {least} of {groups}"
        : $"between {least} and {most} of {groups}";

    public string Other(string levels, string sectors, int? months) =>
        $"credit from any unit{levels}{(sectors.Length == 0 ? string.Empty : $" in sector {sectors}")}{(months is null ? string.Empty : $", achieved within {months} months")}";

    public string NoUnits => "its units are not published";

    public string Clip(int credits) => credits == 0
        ? "none of it counts towards the groups around it"
        : $"no more than {Amount(BoundMeasure.Credits, credits)} of it count towards the groups around it";

    public string Overlay(string sentence) => $"Among all the units counted, {sentence}";

    public string Barred(int most, string units) => $"Of {units}, at most {most} can count.";

    public string Needs(string unit, string others) => $"{unit} counts only together with {others}.";

    public string MaxAge(string? units, int months) => units is null
        ? $"An achievement older than {months} months does not count."
        : $"An achievement of {units} older than {months} months does not count.";

    public string Excluded(string qualifications) => $"An achievement used in {qualifications} does not count.";

    public string Missing(string what) => $"{what} missing";

    public string MissingShare(Share share, BoundMeasure measure, string filter) => $"fewer than {share.Numerator} of every {share.Denominator} {Plural(measure)}{filter}";

    public string MissingMandatory(int units) => units == 1 ? "1 mandatory unit missing" : $"{units} mandatory units missing";

    public string Standing(Verdict verdict) => verdict switch
    {
        { Status: VerdictStatus.Satisfied } => "What was achieved meets the whole rule.",
        { Status: VerdictStatus.Reachable, Remaining: { } left } => $"At least {Amount(BoundMeasure.Credits, left.Credits)} in {Amount(BoundMeasure.Units, left.Units)} remain; {Amount(BoundMeasure.Credits, verdict.CreditsTowards)} count already.",
        { Status: VerdictStatus.RuleIncomplete } => "The published rule is not complete, so nothing is computed from it.",
        { Status: VerdictStatus.RuleTooComplex, AtLeast: { } least } => $"The rule is too complex to be computed exactly; at least {Amount(BoundMeasure.Credits, least.Credits)} remain.",
        _ => "The rule can't be met with the units on offer.",
    };

    public string Counts(string unit, string? through, string group) =>
        through is null ? $"{unit} counts in {group}." : $"{through} counts as {unit} in {group}.";

    public string StillToTake(string unit, string group) => $"{unit} is still to be achieved for {group}.";

    public string Why(NotCountedReason reason, string unit, string? group, string? against) => reason switch
    {
        NotCountedReason.NotInRule => $"{unit} does not count: the rule does not list it.",
        NotCountedReason.TooOld => $"{unit} does not count: it was awarded too long ago.",
        NotCountedReason.UsedElsewhere => $"{unit} does not count: it was used in another qualification.",
        NotCountedReason.AlreadyCounted => $"{unit} does not count: the same unit counts already.",
        NotCountedReason.PathwayNotTaken => $"{unit} does not count: it is listed only where another choice was taken ({group}).",
        NotCountedReason.Barred => $"{unit} does not count: it is barred against {against}.",
        NotCountedReason.OverMaximum => $"{unit} does not count: {group} would be over its maximum.",
        NotCountedReason.WrongLevel => $"{unit} does not count: its level or source has reached its maximum in {group}.",
        NotCountedReason.MissingDependency => $"{unit} does not count: it counts only together with {against}.",
        _ => $"{unit} does not count: nothing more is needed from {group}.",
    };

    private static string Joined(IReadOnlyList<string> parts, string last) => parts.Count < 2
        ? string.Concat(parts)
        : $"{string.Join(", ", parts.Take(parts.Count - 1))} {last} {parts[^1]}";

    private static string Level(int level) => level <= 0 ? $"Entry {level + 3}" : $"Level {level}";

    private static string Plural(BoundMeasure measure) => measure switch
    {
        BoundMeasure.Credits => "credits",
        BoundMeasure.Units => "units",
        _ => "guided learning hours",
    };

    private static string Source(CreditSource source) => source switch
    {
        CreditSource.Own => "assessment",
        CreditSource.Transfer => "credit transfer",
        CreditSource.PriorLearning => "recognition of prior learning",
        CreditSource.Exemption => "exemption",
        _ => "units still to be taken",
    };
}
