using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using static Plr.Subgraphs.Catalogue.Sentences.BoundPhrase;

namespace Plr.Subgraphs.Catalogue.Sentences;

/// <summary>A rule of combination in sentences, one a limit, from the whole to its parts.</summary>
internal static class RuleText
{
    public static IReadOnlyList<string> Of(RuleOfCombination rule, Language language) =>
    [
        .. Nodes(rule.Root, isRoot: true, language),
        .. rule.Overlays.SelectMany(overlay => Nodes(overlay, isRoot: false, language)),
        .. rule.Bars.Select(bar => In(
            language,
            $"At most {bar.Max} of these may count: {List(bar.Units)}.",
            $"Ni chaiff mwy na {bar.Max} o'r rhain gyfrif: {List(bar.Units)}.")),
        .. rule.Requires.Select(needed => In(
            language,
            $"{needed.If} counts only together with one of: {List(needed.AnyOf)}.",
            $"Nid yw {needed.If} yn cyfrif ond gydag un o'r rhain: {List(needed.AnyOf)}.")),
        .. rule.MaxAgeMonths is { } months
            ? [In(language, $"Achievements older than {months} months do not count.", $"Nid yw cyflawniadau hŷn na {months} mis yn cyfrif.")]
            : Array.Empty<string>(),
        .. rule.MaxAges.Select(limit => In(
            language,
            $"Achievements of these older than {limit.Months} months do not count: {List(limit.Units)}.",
            $"Nid yw cyflawniadau o'r rhain hŷn na {limit.Months} mis yn cyfrif: {List(limit.Units)}.")),
        .. rule.ExcludeUsedIn.Select(number => In(
            language,
            $"A unit that was used in {number} does not count here.",
            $"Nid yw uned a ddefnyddiwyd yn {number} yn cyfrif yma.")),
        .. rule.Completeness is RuleCompleteness.Partial partial
            ? partial.Reasons.Select(reason => In(language, $"The published rule is incomplete: {reason}", $"Mae'r rheol gyhoeddedig yn anghyflawn: {reason}"))
            : [],
    ];

    private static IEnumerable<string> Nodes(RuleNode node, bool isRoot, Language language)
    {
        var name = isRoot ? In(language, "The whole qualification", "Y cymhwyster cyfan") : GroupName(node.Id, node.Name, language);
        IEnumerable<string> own = node switch
        {
            RuleNode.All all => [In(language, $"{name}: every unit is mandatory: {List(all.Units)}.", $"{name}: mae pob uned yn orfodol: {List(all.Units)}.")],
            RuleNode.Pool pool => [In(language, $"{name}: choose from {List(pool.Units)}.", $"{name}: dewiswch o blith {List(pool.Units)}.")],
            RuleNode.Choose choose => [Choice(name, choose, language)],
            RuleNode.OtherCredit other => [OtherCredit(name, other, language)],
            _ => [],
        };
        var bounds = node.Bounds.Select(bound => $"{name}: {BoundPhrase.Of(bound, language)}.");
        IReadOnlyList<RuleNode> children = node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] };
        return own.Concat(bounds).Concat(children.SelectMany(child => Nodes(child, isRoot: false, language)));
    }

    private static string Choice(string name, RuleNode.Choose choose, Language language)
    {
        var groups = string.Join(", ", choose.Nodes.Select(child => GroupName(child.Id, child.Name, language)));
        var count = choose.Min == choose.Max ? $"{choose.Min}" : In(language, $"{choose.Min} to {choose.Max}", $"{choose.Min} i {choose.Max}");
        return In(language, $"{name}: choose {count} of these groups: {groups}.", $"{name}: dewiswch {count} o'r grwpiau hyn: {groups}.");
    }

    private static string OtherCredit(string name, RuleNode.OtherCredit other, Language language)
    {
        var filters = Narrowing(new Bound { Measure = BoundMeasure.Credits, MinLevel = other.MinLevel, MaxLevel = other.MaxLevel }, language);
        var sectors = other.Sectors.Count == 0 ? "" : In(language, " in sector subject area ", " ym maes pwnc sector ") + string.Join(", ", other.Sectors);
        var age = other.AchievedWithinMonths is { } months ? In(language, $" achieved within {months} months", $" a gyflawnwyd o fewn {months} mis") : "";
        return In(language, $"{name}: credit from any unit{filters}{sectors}{age}.", $"{name}: credyd o unrhyw uned{filters}{sectors}{age}.");
    }

    /// <summary>How a group is called in a sentence.</summary>
    public static string GroupName(string label, string? name, Language language) =>
        name is null || name == label ? In(language, $"Group {label}", $"Grŵp {label}") : In(language, $"Group {label} ({name})", $"Grŵp {label} ({name})");

    private static string List(IReadOnlyList<UnitKey> units) => units.Count == 0 ? "-" : string.Join(", ", units);
}
