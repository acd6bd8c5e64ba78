using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Sentences;

/// <summary>The sentences in Welsh. After a number the noun is singular: <c>22 credyd</c>, <c>3 uned</c>.</summary>
internal sealed class WelshWords : ISentenceWords
{
    public static WelshWords Instance { get; } = new();

    public string Whole => "Y cymhwyster cyfan";

    public string And(IReadOnlyList<string> parts) => Joined(parts, "a");

    public string Or(IReadOnlyList<string> parts) => Joined(parts, "neu");

    public string Group(string label, string? name) => name is null || name == label ? $"Grŵp {label}" : $"Grŵp {label} ({name})";

    public string Amount(BoundMeasure measure, int number) => measure switch
    {
        BoundMeasure.Credits => $"{number} credyd",
        BoundMeasure.Units => $"{number} uned",
        _ => $"{number} awr ddysgu dan arweiniad",
    };

    public string AtLevels(int? least, int? most) => (least, most) switch
    {
        ({ } low, { } high) when low == high => $" ar {Level(low)}",
        ({ } low, { } high) => $" rhwng {Level(low)} a {Level(high)}",
        ({ } low, null) => $" ar {Level(low)} neu uwch",
        (null, { } high) => $" ar {Level(high)} neu is",
        _ => string.Empty,
    };

    public string FromSources(IReadOnlyList<CreditSource> sources) => $" drwy {Or([.. sources.Select(Source)])}";

    public string FromUnits(string units) => $" o blith {units}";

    public string AtLeast(string what) => $"o leiaf {what}";

    public string AtMost(string what) => $"dim mwy na {what}";

    public string Exactly(string what) => $"union {what}";

    public string Between(BoundMeasure measure, int least, int most) => $"rhwng {least} a {Amount(measure, most)}";

    public string Share(Share share, BoundMeasure measure, string filter) =>
        $"o leiaf {share.Numerator} o bob {share.Denominator} {Plural(measure)} a gyfrifir{filter}";

    public string AllUnits(int count) => count == 1 ? "yr un uned, sy'n orfodol" : $"pob un o'r {count} uned";

    public string AnyUnits(int count) => $"unrhyw rai o'i {count} uned";

    public string Unidentified(int count) => $"cyhoeddwyd {Amount(BoundMeasure.Units, count)} ohono heb rif";

    public string Choose(int least, int most, string groups) => least == most
        ? $"union {least} o blith {groups}"
        : $"rhwng {least} a {most} o blith {groups}";

    public string Other(string levels, string sectors, int? months) =>
        $"credyd o unrhyw uned{levels}{(sectors.Length == 0 ? string.Empty : $" yn sector {sectors}")}{(months is null ? string.Empty : $", a enillwyd o fewn {months} mis")}";

    public string NoUnits => "ni chyhoeddwyd ei unedau";

    public string Clip(int credits) => credits == 0
        ? "nid oes dim ohono yn cyfrif tuag at y grwpiau o'i gwmpas"
        : $"nid oes mwy na {Amount(BoundMeasure.Credits, credits)} ohono yn cyfrif tuag at y grwpiau o'i gwmpas";

    public string Overlay(string sentence) => $"Ymhlith yr holl unedau a gyfrifir, {sentence}";

    public string Barred(int most, string units) => $"O blith {units}, ni all mwy na {most} gyfrif.";

    public string Needs(string unit, string others) => $"Dim ond ynghyd â {others} y mae {unit} yn cyfrif.";

    public string MaxAge(string? units, int months) => units is null
        ? $"Nid yw cyflawniad sy'n hŷn na {months} mis yn cyfrif."
        : $"Nid yw cyflawniad o {units} sy'n hŷn na {months} mis yn cyfrif.";

    public string Excluded(string qualifications) => $"Nid yw cyflawniad a ddefnyddiwyd yn {qualifications} yn cyfrif.";

    public string Missing(string what) => $"{what} ar goll";

    public string MissingShare(Share share, BoundMeasure measure, string filter) => $"llai na {share.Numerator} o bob {share.Denominator} {Plural(measure)}{filter}";

    public string MissingMandatory(int units) => $"{units} uned orfodol ar goll";

    public string Standing(Verdict verdict) => verdict switch
    {
        { Status: VerdictStatus.Satisfied } => "Mae'r hyn a gyflawnwyd yn bodloni'r rheol gyfan.",
        { Status: VerdictStatus.Reachable, Remaining: { } left } => $"Mae o leiaf {Amount(BoundMeasure.Credits, left.Credits)} mewn {Amount(BoundMeasure.Units, left.Units)} ar ôl; mae {Amount(BoundMeasure.Credits, verdict.CreditsTowards)} yn cyfrif eisoes.",
        { Status: VerdictStatus.RuleIncomplete } => "Nid yw'r rheol a gyhoeddwyd yn gyflawn, felly ni chyfrifir dim ohoni.",
        { Status: VerdictStatus.RuleTooComplex, AtLeast: { } least } => $"Mae'r rheol yn rhy gymhleth i'w chyfrifo'n union; mae o leiaf {Amount(BoundMeasure.Credits, least.Credits)} ar ôl.",
        _ => "Ni ellir bodloni'r rheol gyda'r unedau sydd ar gael.",
    };

    public string Counts(string unit, string? through, string group) =>
        through is null ? $"Mae {unit} yn cyfrif yn {group}." : $"Mae {through} yn cyfrif fel {unit} yn {group}.";

    public string StillToTake(string unit, string group) => $"Mae {unit} eto i'w chyflawni ar gyfer {group}.";

    public string Why(NotCountedReason reason, string unit, string? group, string? against) => $"Nid yw {unit} yn cyfrif: " + reason switch
    {
        NotCountedReason.NotInRule => "nid yw'r rheol yn ei rhestru.",
        NotCountedReason.TooOld => "fe'i dyfarnwyd yn rhy bell yn ôl.",
        NotCountedReason.UsedElsewhere => "fe'i defnyddiwyd mewn cymhwyster arall.",
        NotCountedReason.AlreadyCounted => "mae'r un uned yn cyfrif eisoes.",
        NotCountedReason.PathwayNotTaken => $"dim ond mewn dewis na chymerwyd y mae wedi'i rhestru ({group}).",
        NotCountedReason.Barred => $"mae wedi'i gwahardd gyda {against}.",
        NotCountedReason.OverMaximum => $"byddai {group} dros ei uchafswm.",
        NotCountedReason.WrongLevel => $"mae ei lefel neu ei ffynhonnell wedi cyrraedd ei huchafswm yn {group}.",
        NotCountedReason.MissingDependency => $"dim ond ynghyd â {against} y mae'n cyfrif.",
        _ => $"nid oes angen mwy o {group}.",
    };

    private static string Joined(IReadOnlyList<string> parts, string last) => parts.Count < 2
        ? string.Concat(parts)
        : $"{string.Join(", ", parts.Take(parts.Count - 1))} {last} {parts[^1]}";

    private static string Level(int level) => level <= 0 ? $"Lefel Mynediad {level + 3}" : $"Lefel {level}";

    private static string Plural(BoundMeasure measure) => measure switch
    {
        BoundMeasure.Credits => "credyd",
        BoundMeasure.Units => "uned",
        _ => "awr ddysgu dan arweiniad",
    };

    private static string Source(CreditSource source) => source switch
    {
        CreditSource.Own => "asesiad",
        CreditSource.Transfer => "drosglwyddo credyd",
        CreditSource.PriorLearning => "gydnabod dysgu blaenorol",
        CreditSource.Exemption => "eithriad",
        _ => "unedau sydd eto i'w cymryd",
    };
}
