using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Exchange;

/// <summary>Reads the qualifications of an exchange document.</summary>
internal static partial class RuleReader
{
    private const int MaxParts = 100_000;
    private const int MaxNumber = RuleValidator.MaxNumber;

    /// <summary>Reads one qualification.</summary>
    /// <param name="ids">The identifiers of those before it.</param>
    public static QualificationRule Read(HashSet<string> ids, ref JsonCursor cursor)
    {
        var read = new RuleParts();
        var start = cursor.Object(read, ReadMember);
        if (read.Id is null || read.Root is null)
        {
            throw cursor.WrongAt(start, "a qualification has `id` and `root`, and one of them is missing");
        }

        if (!ids.Add(read.Id))
        {
            throw cursor.WrongAt(start, $"`{read.Id}` is the identifier of another qualification; give each qualification once");
        }

        return new QualificationRule(read.Id, new RuleOfCombination
        {
            Root = read.Root,
            Overlays = read.Overlays,
            Bars = read.Bars,
            Requires = read.Requires,
            MaxAgeMonths = read.MaxAgeMonths,
            MaxAges = read.MaxAges,
            ExcludeUsedIn = read.ExcludeUsedIn,
            Sources = read.Sources,
            Completeness = read.Missing.Count == 0 ? new RuleCompleteness.Complete() : new RuleCompleteness.Partial(read.Missing),
        })
        {
            Title = read.Title,
            TotalCredits = read.TotalCredits,
        };
    }

    private static void ReadMember(RuleParts rule, ref JsonCursor cursor, string name)
    {
        switch (name)
        {
            case "id":
                rule.Id = cursor.Text();
                break;
            case "root":
                rule.Root = ReadNode(ref cursor);
                break;
            case "overlays":
                rule.Overlays = cursor.Array(ReadNode, MaxParts);
                break;
            case "bars":
                rule.Bars = cursor.Array(ReadBar, MaxParts);
                break;
            case "requires":
                rule.Requires = cursor.Array(ReadDependency, MaxParts);
                break;
            case "maxAgeMonths":
                rule.MaxAgeMonths = cursor.NumberOrNull(0, MaxNumber);
                break;
            case "maxAge":
                rule.MaxAges = cursor.Array(ReadAge, MaxParts);
                break;
            case "excludeUsedIn":
                rule.ExcludeUsedIn = cursor.Array(static (ref JsonCursor at) => at.Text(), MaxParts);
                break;
            case "title":
                rule.Title = cursor.TextOrNull();
                break;
            case "totalCredits":
                rule.TotalCredits = cursor.NumberOrNull(0, MaxNumber);
                break;
            case "sources":
                rule.Sources = cursor.Array(ReadSource, MaxParts);
                break;
            case "missing":
                rule.Missing = cursor.Array(static (ref JsonCursor at) => at.Text(), MaxParts);
                break;
            default:
                cursor.Skip();
                break;
        }
    }

    private static RuleNode ReadNode(ref JsonCursor cursor)
    {
        var read = new NodeParts();
        var start = cursor.Object(read, static (NodeParts node, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "id":
                    node.Id = at.Text();
                    break;
                case "name":
                    node.Name = at.TextOrNull();
                    break;
                case "type":
                    node.Type = at.Text();
                    _ = node.Type is "all" or "pool" or "group" or "choose" or "other" ? 0 : throw at.Wrong($"`{node.Type}` is not a type of node: all, pool, group, choose or other");
                    break;
                case "units":
                    node.Units = ReadUnits(ref at);
                    break;
                case "nodes":
                    node.Nodes = at.Array(ReadNode, MaxParts);
                    break;
                case "bounds":
                    node.Bounds = at.Array(ReadBound, MaxParts);
                    break;
                case "min":
                    node.Min = at.Number(0, MaxNumber);
                    break;
                case "max":
                    node.Max = at.Number(0, MaxNumber);
                    break;
                case "clip":
                    node.Clip = at.NumberOrNull(0, MaxNumber);
                    break;
                default:
                    ReadRareMember(node, ref at, name);
                    break;
            }
        });
        ExchangeFormatException Wrong(string message, ref JsonCursor at) => at.WrongAt(start, message);
        var id = read.Id ?? throw Wrong("a node has an `id`", ref cursor);
        var bounds = read.Bounds;
        return read.Type switch
        {
            "all" => new RuleNode.All { Id = id, Name = read.Name, Bounds = bounds, Units = read.Units ?? throw Wrong("a node of type all has `units`", ref cursor), Unidentified = read.Unidentified },
            "pool" => new RuleNode.Pool { Id = id, Name = read.Name, Bounds = bounds, Clip = read.Clip, Units = read.Units ?? throw Wrong("a node of type pool has `units`", ref cursor), Unidentified = read.Unidentified },
            "group" => new RuleNode.Group { Id = id, Name = read.Name, Bounds = bounds, Clip = read.Clip, Nodes = read.Nodes ?? throw Wrong("a node of type group has `nodes`", ref cursor) },
            "choose" => new RuleNode.Choose
            {
                Id = id,
                Name = read.Name,
                Bounds = bounds,
                Nodes = read.Nodes ?? throw Wrong("a node of type choose has `nodes`", ref cursor),
                Min = read.Min ?? 1,
                Max = read.Max ?? Math.Max(read.Min ?? 1, 1),
            },
            "other" => new RuleNode.OtherCredit
            {
                Id = id,
                Name = read.Name,
                Bounds = bounds,
                MinLevel = read.MinLevel,
                MaxLevel = read.MaxLevel,
                Sectors = read.Sectors,
                AchievedWithinMonths = read.WithinMonths,
            },
            _ => throw Wrong("a node has a `type`", ref cursor),
        };
    }

    private static List<UnitKey> ReadUnits(ref JsonCursor cursor) => cursor.Array(static (ref JsonCursor at) => new UnitKey(at.Text()), MaxParts);

    private static Bar ReadBar(ref JsonCursor cursor)
    {
        List<UnitKey>? units = null;
        var max = 1;
        var start = cursor.Object(0, (int _, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "units":
                    units = ReadUnits(ref at);
                    break;
                case "max":
                    max = at.Number(0, MaxNumber);
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        return new Bar(units ?? throw cursor.WrongAt(start, "a bar has `units`"), max);
    }

    private static UnitDependency ReadDependency(ref JsonCursor cursor)
    {
        string? unit = null;
        List<UnitKey>? anyOf = null;
        var start = cursor.Object(0, (int _, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "if":
                    unit = at.Text();
                    break;
                case "anyOf":
                    anyOf = ReadUnits(ref at);
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        return new UnitDependency(unit ?? throw cursor.WrongAt(start, "a dependency has an `if`"), anyOf ?? throw cursor.WrongAt(start, "a dependency has `anyOf`"));
    }

    private static AgeLimit ReadAge(ref JsonCursor cursor)
    {
        List<UnitKey>? units = null;
        int? months = null;
        var start = cursor.Object(0, (int _, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "units":
                    units = ReadUnits(ref at);
                    break;
                case "months":
                    months = at.Number(0, MaxNumber);
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        return new AgeLimit(units ?? throw cursor.WrongAt(start, "an age limit has `units`"), months ?? throw cursor.WrongAt(start, "an age limit has `months`"));
    }
}
