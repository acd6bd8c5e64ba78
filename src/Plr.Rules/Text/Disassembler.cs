using System.Diagnostics;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Text;

/// <summary>Takes a document apart into the lines that say it.</summary>
internal static class Disassembler
{
    private const int UnitsPerLine = 6;

    public static IReadOnlyList<RuleLine> Lines(RuleTextDocument document)
    {
        var lines = new List<RuleLine>();
        lines.AddRange(document.Units.Select(unit => Line(0, new UnitStatement(unit, document.Titles.GetValueOrDefault(unit.Key)))));
        lines.AddRange(document.Equivalences.Select(edge => Line(0, new EquivalenceStatement(edge))));
        foreach (var qualification in document.Qualifications)
        {
            lines.Add(new RuleLine(0, null, null, default));
            Qualification(lines, qualification);
        }

        return lines;
    }

    private static void Qualification(List<RuleLine> lines, QualificationRule qualification)
    {
        var rule = qualification.Rule;
        lines.Add(Line(0, new QualificationStatement(qualification.Number, qualification.Title, qualification.TotalCredits)));
        lines.AddRange(rule.Sources.Select(source => Line(1, new SourceStatement(source))));
        if (rule.Completeness is RuleCompleteness.Partial partial)
        {
            lines.AddRange(partial.Reasons.Select(reason => Line(1, new IncompleteStatement(reason))));
        }

        Node(lines, rule.Root, 1, isOverlay: false);
        foreach (var overlay in rule.Overlays)
        {
            Node(lines, overlay, 1, isOverlay: true);
        }

        lines.AddRange(rule.Bars.Select(bar => Line(1, new BarStatement(bar))));
        lines.AddRange(rule.Requires.Select(need => Line(1, new DependencyStatement(need))));
        if (rule.MaxAgeMonths is { } months)
        {
            lines.Add(Line(1, new AgeStatement(months)));
        }

        lines.AddRange(rule.MaxAges.Select(limit => Line(1, new UnitAgeStatement(limit))));
        if (rule.ExcludeUsedIn.Count > 0)
        {
            lines.Add(Line(1, new ExcludeStatement(rule.ExcludeUsedIn)));
        }
    }

    private static void Node(List<RuleLine> lines, RuleNode node, int depth, bool isOverlay)
    {
        var choose = node as RuleNode.Choose;
        lines.Add(Line(depth, new NodeStatement(KindOf(node), isOverlay, node.Id, node.Name, choose?.Min ?? 0, choose?.Max ?? 0)));
        lines.AddRange(node.Bounds.Select(bound => Line(depth + 1, new BoundStatement(bound))));
        switch (node)
        {
            case RuleNode.All all:
                Units(lines, all.Units, all.Unidentified, depth + 1);
                break;
            case RuleNode.Pool pool:
                Clip(lines, pool.Clip, depth + 1);
                Units(lines, pool.Units, pool.Unidentified, depth + 1);
                break;
            case RuleNode.Group group:
                Clip(lines, group.Clip, depth + 1);
                break;
            case RuleNode.OtherCredit other:
                Other(lines, other, depth + 1);
                break;
        }

        foreach (var child in node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose many => many.Nodes, _ => [] })
        {
            Node(lines, child, depth + 1, isOverlay: false);
        }
    }

    private static NodeKind KindOf(RuleNode node) => node switch
    {
        RuleNode.All => NodeKind.All,
        RuleNode.Pool => NodeKind.Pool,
        RuleNode.Group => NodeKind.Group,
        RuleNode.Choose => NodeKind.Choose,
        RuleNode.OtherCredit => NodeKind.OtherCredit,
        _ => throw new UnreachableException($"no text for {node.GetType().Name}"),
    };

    private static void Clip(List<RuleLine> lines, int? clip, int depth)
    {
        if (clip is { } credits)
        {
            lines.Add(Line(depth, new ClipStatement(credits)));
        }
    }

    private static void Units(List<RuleLine> lines, IReadOnlyList<UnitKey> units, IReadOnlyList<UnidentifiedUnit> unidentified, int depth)
    {
        lines.AddRange(units.Chunk(UnitsPerLine).Select(some => Line(depth, new UnitsStatement(some))));
        lines.AddRange(unidentified.Select(unit => Line(depth, new UnnumberedStatement(unit))));
    }

    private static void Other(List<RuleLine> lines, RuleNode.OtherCredit other, int depth)
    {
        if (other.MinLevel is not null || other.MaxLevel is not null)
        {
            lines.Add(Line(depth, new LevelStatement(other.MinLevel, other.MaxLevel)));
        }

        if (other.Sectors.Count > 0)
        {
            lines.Add(Line(depth, new SectorStatement(other.Sectors)));
        }

        if (other.AchievedWithinMonths is { } months)
        {
            lines.Add(Line(depth, new WithinStatement(months)));
        }
    }

    private static RuleLine Line(int depth, RuleStatement statement) => new(depth, statement, null, default);
}
