using Plr.Domain.Combination;

namespace Plr.Rules.Text;

/// <summary>Builds one rule out of the lines below its qualification.</summary>
internal sealed class RuleAssembler(List<RuleTextProblem> problems, Dictionary<string, TextPosition> positions, string path)
{
    private readonly List<RuleNode> overlays = [];
    private readonly List<Bar> bars = [];
    private readonly List<UnitDependency> requires = [];
    private readonly List<AgeLimit> ages = [];
    private readonly List<string> excluded = [];
    private readonly List<RuleSource> sources = [];
    private readonly List<string> missing = [];
    private RuleNode? root;
    private int? months;

    /// <summary>The rule; null, with a problem, if it has no tree.</summary>
    public RuleOfCombination? Assemble(RuleLine header, List<RuleLine> lines)
    {
        for (var at = 0; at < lines.Count;)
        {
            var end = Assembler.End(lines, at);
            Take(lines, at, end);
            at = end;
        }

        if (root is null)
        {
            Report(header, "the qualification has no group that its units are counted in", "indent one below it: `group ID`, `all of ID`, `any of ID` or `choose 1 of ID`");
            return null;
        }

        return new RuleOfCombination
        {
            Root = root,
            Overlays = overlays,
            Bars = bars,
            Requires = requires,
            MaxAgeMonths = months,
            MaxAges = ages,
            ExcludeUsedIn = excluded,
            Sources = sources,
            Completeness = missing.Count == 0 ? new RuleCompleteness.Complete() : new RuleCompleteness.Partial(missing),
        };
    }

    private void Take(List<RuleLine> lines, int at, int end)
    {
        var line = lines[at];
        switch (line.Statement)
        {
            case NodeStatement { IsOverlay: true }:
                overlays.Add(Node(lines[at..end], $"{path}.overlays[{overlays.Count}]"));
                break;
            case NodeStatement when root is null:
                root = Node(lines[at..end], path + ".root");
                break;
            case NodeStatement:
                Report(line, "the qualification has a second group beside its first, and units are counted in one tree", "put both into one `group`, or begin this one with `also` if it only looks at units counted in the first");
                break;
            case AgeStatement when months is not null:
                Report(line, "the age of achievements is limited twice", "keep one of the lines");
                break;
            case AgeStatement age:
                months = age.Months;
                positions[path + ".maxAgeMonths"] = line.Position;
                break;
            default:
                Condition(line);
                break;
        }
    }

    private void Condition(RuleLine line)
    {
        switch (line.Statement)
        {
            case BarStatement bar:
                Add("bars", bars, bar.Bar, line);
                break;
            case DependencyStatement dependency:
                Add("requires", requires, dependency.Dependency, line);
                break;
            case UnitAgeStatement age:
                Add("maxAge", ages, age.Limit, line);
                break;
            case ExcludeStatement exclude:
                exclude.Qualifications.ToList().ForEach(number => Add("excludeUsedIn", excluded, number, line));
                break;
            case SourceStatement source:
                Add("sources", sources, source.Source, line);
                break;
            case IncompleteStatement incomplete:
                Add("missing", missing, incomplete.Reason, line);
                break;
        }
    }

    private void Add<T>(string name, List<T> list, T item, RuleLine line)
    {
        positions[$"{path}.{name}[{list.Count}]"] = line.Position;
        list.Add(item);
    }

    private RuleNode Node(List<RuleLine> lines, string at)
    {
        positions[at] = lines[0].Position;
        var parts = new NodeParts((NodeStatement)lines[0].Statement!); // Only called on a line that opens a node.
        for (var index = 1; index < lines.Count;)
        {
            var end = Assembler.End(lines, index);
            var line = lines[index];
            if (line.Statement is NodeStatement)
            {
                var child = Node(lines[index..end], $"{at}.nodes[{parts.Nodes.Count}]");
                parts.Nodes.Add(child);
                Refuse(line, parts.Header.Kind is NodeKind.Group or NodeKind.Choose, "a group", "only `group` and `choose` hold groups");
            }
            else
            {
                Part(parts, line, at);
            }

            index = end;
        }

        return parts.Build();
    }

    private void Part(NodeParts parts, RuleLine line, string at)
    {
        var kind = parts.Header.Kind;
        var lists = kind is NodeKind.All or NodeKind.Pool;
        switch (line.Statement)
        {
            case BoundStatement bound:
                positions[$"{at}.bounds[{parts.Bounds.Count}]"] = line.Position;
                parts.Bounds.Add(bound.Bound);
                break;
            case UnitsStatement units:
                positions.TryAdd(at + ".units", line.Position);
                parts.Units.AddRange(units.Units);
                Refuse(line, lists, "a list of units", "list units below `all of` or `any of`");
                break;
            case UnnumberedStatement unit:
                parts.Unnumbered.Add(unit.Unit);
                Refuse(line, lists, "an unnumbered unit", "list units below `all of` or `any of`");
                break;
            case ClipStatement clip:
                positions[at + ".clip"] = line.Position;
                Refuse(line, kind is NodeKind.Pool or NodeKind.Group && parts.Clip is null, "`lends at most`", "say it once, below `any of` or `group`");
                parts.Clip = clip.Credits;
                break;
            case LevelStatement level:
                Refuse(line, kind == NodeKind.OtherCredit && parts.Levels is null, "a level without an amount", "write `at least 12 credits at level 2`; only `other credit` has a level of its own, once");
                parts.Levels = (level.Min, level.Max);
                break;
            case SectorStatement sectors:
                Refuse(line, kind == NodeKind.OtherCredit, "`in sector`", "only `other credit` has sectors");
                parts.Sectors.AddRange(sectors.Sectors);
                break;
            case WithinStatement within:
                Refuse(line, kind == NodeKind.OtherCredit && parts.Months is null, "an age", "only `other credit` has an age of its own, once; write `nothing older than` below the qualification");
                parts.Months = within.Months;
                break;
        }
    }

    private void Refuse(RuleLine line, bool isAllowed, string what, string remedy)
    {
        if (!isAllowed)
        {
            Report(line, $"{what} does not belong into this kind of group, or stands there twice", remedy);
        }
    }

    private void Report(RuleLine line, string message, string remedy)
    {
        if (problems.Count < RuleTextLimits.MaxProblems)
        {
            problems.Add(new RuleTextProblem(line.Position, message, remedy));
        }
    }
}
