using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plr.Domain.Combination;

namespace Plr.Rules.Text;

/// <summary>Writes what one line says, in the one form there is for it.</summary>
internal static class StatementWriter
{
    public static string Write(RuleStatement statement) => statement switch
    {
        UnitStatement unit => Unit(unit),
        EquivalenceStatement { Equivalence: var edge } =>
            $"{Name(edge.Achieved.Value)} counts as {Name(edge.CountsAs.Value)}{(edge.Source is { } source ? " by " + Keywords.Word(source) : "")}{(edge.Many ? " many times" : "")}",
        QualificationStatement qualification =>
            $"qualification {Name(qualification.Number)}{After(qualification.Title)}{(qualification.TotalCredits is { } total ? " " + Amount(total, BoundMeasure.Credits) : "")}",
        NodeStatement node => Node(node),
        BoundStatement bound => Bound(bound.Bound),
        UnitsStatement units => Names(units.Units),
        UnnumberedStatement unnumbered => Unnumbered(unnumbered.Unit),
        ClipStatement clip => $"lends at most {Amount(clip.Credits, BoundMeasure.Credits)}",
        LevelStatement level => "at " + LevelRange(level.Min, level.Max),
        SectorStatement sectors => "in sector " + Names(sectors.Sectors),
        WithinStatement within => "no older than " + Months(within.Months),
        BarStatement { Bar: { Max: 1 } bar } => "never together " + Names(bar.Units),
        BarStatement { Bar: var bar } => $"at most {bar.Max} of {Names(bar.Units)}",
        DependencyStatement { Dependency: var need } => $"{Name(need.If.Value)} requires {Names(need.AnyOf.Select(unit => unit.Value), " or ")}",
        AgeStatement age => "nothing older than " + Months(age.Months),
        UnitAgeStatement { Limit: var limit } => $"{Names(limit.Units)} no older than {Months(limit.Months)}",
        ExcludeStatement exclude => "not used in " + Names(exclude.Qualifications),
        SourceStatement { Source: var source } => $"source {Quoted(source.Address)}{(source.Section is null ? "" : " section " + Quoted(source.Section))}",
        IncompleteStatement incomplete => "incomplete " + Quoted(incomplete.Reason),
        _ => throw new UnreachableException($"no text for {statement.GetType().Name}"),
    };

    private static string Unit(UnitStatement statement)
    {
        var unit = statement.Unit;
        return $"unit {Name(unit.Key.Value)}{After(statement.Title)} {Amount(unit.Credits, BoundMeasure.Credits)} at {Level(unit.Level)}"
            + (unit.GuidedLearningHours > 0 ? " " + Amount(unit.GuidedLearningHours, BoundMeasure.GuidedLearningHours) : "")
            + (unit.Sectors.Count > 0 ? " in sector " + Names(unit.Sectors) : "")
            + (unit.IsAvailable ? "" : " withdrawn");
    }

    private static string Node(NodeStatement node)
    {
        var kind = node.Kind switch
        {
            NodeKind.All => "all of",
            NodeKind.Pool => "any of",
            NodeKind.Group => "group",
            NodeKind.Choose when node.Min == node.Max => $"choose {node.Min} of",
            NodeKind.Choose => $"choose {node.Min} to {node.Max} of",
            _ => "other credit",
        };
        return $"{(node.IsOverlay ? "also " : "")}{kind} {Name(node.Id)}{After(node.Name)}";
    }

    private static string Unnumbered(UnidentifiedUnit unit) =>
        "unnumbered"
        + (unit.AwardingOrganisationCode is null ? "" : " code " + Quoted(unit.AwardingOrganisationCode))
        + (unit.Title is null ? "" : " title " + Quoted(unit.Title))
        + (unit.Credits is { } credits ? " " + Amount(credits, BoundMeasure.Credits) : "")
        + (unit.Level is { } level ? " at " + Level(level) : "");

    private static string Bound(Bound bound)
    {
        var measure = Keywords.Plural(bound.Measure);
        if (bound is { MinShare: { } part, Sources: { Count: >= 3 and < 5 } sources, Min: null, Max: null, MinLevel: null, MaxLevel: null, Units: null }
            && sources.SequenceEqual(Keywords.AllSources.Where(sources.Contains)))
        {
            // "At most half by transfer" reads better than the four sources of the other half.
            return $"at most {Share(new Share(part.Denominator - part.Numerator, part.Denominator))} of the {measure} by {Sources(Keywords.AllSources.Except(sources))}";
        }

        var amount = (bound.Min, bound.Max) switch
        {
            ({ } min, { } max) when min == max => "exactly " + Amount(min, bound.Measure),
            ({ } min, { } max) => $"between {min} and {Amount(max, bound.Measure)}",
            ({ } min, null) => "at least " + Amount(min, bound.Measure),
            (null, { } max) => "at most " + Amount(max, bound.Measure),
            _ => bound.MinShare is null ? "any number of " + measure : null,
        };
        var share = bound.MinShare is null ? null : $"at least {Share(bound.MinShare)} of the {measure}";
        return string.Join(" and ", new[] { amount, share }.Where(text => text is not null))
            + (bound.MinLevel is null && bound.MaxLevel is null ? "" : " at " + LevelRange(bound.MinLevel, bound.MaxLevel))
            + (bound.Sources is null ? "" : " by " + Sources(bound.Sources))
            + (bound.Units is null ? "" : " from " + Names(bound.Units));
    }

    private static string Share(Share share) => share is { Numerator: 1, Denominator: 2 } ? "half" : $"{share.Numerator}/{share.Denominator}";

    private static string Sources(IEnumerable<CreditSource> sources) => Names(sources.Select(Keywords.Word), " or ");

    private static string LevelRange(int? min, int? max) => (min, max) switch
    {
        ({ } only, { } same) when only == same => Level(only),
        ({ } low, { } high) => $"{Level(low)} to {Level(high)}",
        ({ } low, null) => Level(low) + " or above",
        (null, { } high) => Level(high) + " or below",
        _ => throw new UnreachableException("a range of levels has a lowest or a highest"),
    };

    private static string Level(int level) => level > 0 ? $"level {level}" : $"entry {level + 3}";

    private static string Months(int months) => months == 1 ? "1 month" : $"{months} months";

    private static string Amount(int number, BoundMeasure measure) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + (number == 1 ? Keywords.Plural(measure)[..^1] : Keywords.Plural(measure));

    private static string Names(IEnumerable<UnitKey> units) => Names(units.Select(unit => unit.Value));

    private static string Names(IEnumerable<string> names, string between = ", ") => string.Join(between, names.Select(Name)) is { Length: > 0 } text ? text : "nothing";

    private static string After(string? name) => name is null ? string.Empty : " " + Quoted(name);

    private static string Name(string name) => Keywords.IsBare(name) ? name : Quoted(name);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            var paired = char.IsSurrogate(letter) && ((at + 1 < text.Length && char.IsSurrogatePair(letter, text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], letter)));
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                // Line separators would break the line in some editors; half a surrogate pair has no UTF-8.
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' || (char.IsSurrogate(letter) && !paired) =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }
}
