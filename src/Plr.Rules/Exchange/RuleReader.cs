using System.Text.Json;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Exchange;

/// <summary>Reads the qualifications of an exchange document.</summary>
internal static class RuleReader
{
    private const int MaxParts = 100_000;
    private const int MaxNumber = RuleValidator.MaxNumber;

    /// <summary>Reads one qualification and notes where its nodes begin.</summary>
    public static QualificationRule Read(Dictionary<string, IReadOnlyDictionary<string, long>> offsets, ref JsonCursor cursor)
    {
        var start = cursor.Offset;
        var read = new RuleParts();
        cursor.Object(read, ReadMember);
        if (read.Id is null || read.Root is null)
        {
            throw new ExchangeFormatException(cursor.Path, start, "a qualification has `id` and `root`");
        }

        read.Offsets.TryAdd(string.Empty, start);
        if (!offsets.TryAdd(read.Id, read.Offsets))
        {
            throw new ExchangeFormatException(cursor.Path, start, $"`{read.Id}` is the identifier of another qualification");
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
        });
    }

    private static void ReadMember(RuleParts rule, ref JsonCursor cursor, string name)
    {
        switch (name)
        {
            case "id":
                rule.Id = cursor.Text();
                break;
            case "root":
                rule.Root = ReadNode(rule, ref cursor);
                break;
            case "overlays":
                rule.Overlays = cursor.Array((ref JsonCursor at) => ReadNode(rule, ref at), MaxParts);
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
            default:
                cursor.Skip();
                break;
        }
    }

    private static RuleNode ReadNode(RuleParts rule, ref JsonCursor cursor)
    {
        var start = cursor.Offset;
        var read = new NodeParts();
        cursor.Object(read, (NodeParts node, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "id":
                    node.Id = at.Text();
                    break;
                case "name":
                    node.Name = at.Token == JsonTokenType.Null ? null : at.Text();
                    break;
                case "type":
                    node.Type = at.Text();
                    _ = node.Type is "all" or "pool" or "group" or "choose" ? 0 : throw at.Wrong($"`{node.Type}` is not a type of node: all, pool, group or choose");
                    break;
                case "units":
                    node.Units = ReadUnits(ref at);
                    break;
                case "nodes":
                    node.Nodes = at.Array((ref JsonCursor item) => ReadNode(rule, ref item), MaxParts);
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
                    at.Skip();
                    break;
            }
        });
        ExchangeFormatException Wrong(string message, ref JsonCursor at) => new(at.Path, start, message);
        var id = read.Id ?? throw Wrong("a node has an `id`", ref cursor);
        rule.Offsets.TryAdd(id, start);
        var bounds = read.Bounds;
        return read.Type switch
        {
            "all" => new RuleNode.All { Id = id, Name = read.Name, Bounds = bounds, Units = read.Units ?? throw Wrong("a node of type all has `units`", ref cursor) },
            "pool" => new RuleNode.Pool { Id = id, Name = read.Name, Bounds = bounds, Clip = read.Clip, Units = read.Units ?? throw Wrong("a node of type pool has `units`", ref cursor) },
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
            _ => throw Wrong("a node has a `type`", ref cursor),
        };
    }

    private static List<UnitKey> ReadUnits(ref JsonCursor cursor) => cursor.Array(static (ref JsonCursor at) => new UnitKey(at.Text()), MaxParts);

    private static Bound ReadBound(ref JsonCursor cursor)
    {
        var start = cursor.Offset;
        var read = new BoundParts();
        cursor.Object(read, static (BoundParts bound, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "measure":
                    bound.Measure = at.Text() switch
                    {
                        "credits" => BoundMeasure.Credits,
                        "units" => BoundMeasure.Units,
                        "glh" => BoundMeasure.GuidedLearningHours,
                        var other => throw at.Wrong($"`{other}` is not a measure: credits, units or glh"),
                    };
                    break;
                case "min":
                    bound.Min = at.NumberOrNull(0, MaxNumber);
                    break;
                case "max":
                    bound.Max = at.NumberOrNull(0, MaxNumber);
                    break;
                case "minLevel":
                    bound.MinLevel = at.NumberOrNull(-2, 8);
                    break;
                case "maxLevel":
                    bound.MaxLevel = at.NumberOrNull(-2, 8);
                    break;
                case "sources":
                    bound.Sources = at.Array(static (ref JsonCursor item) => ExchangeReader.ReadSource(ref item, fresh: true), MaxParts);
                    break;
                case "units":
                    bound.Units = ReadUnits(ref at);
                    break;
                case "minShare":
                    var parts = at.Array(static (ref JsonCursor item) => item.Number(0, 1_000), 2);
                    bound.Share = parts.Count == 2 && parts[1] > 0 && parts[0] <= parts[1]
                        ? new Share(parts[0], parts[1])
                        : throw at.Wrong("expected a share such as [1,2], between nothing and the whole");
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        return new Bound
        {
            Measure = read.Measure ?? throw new ExchangeFormatException(cursor.Path, start, "a bound has a `measure`"),
            Min = read.Min,
            Max = read.Max,
            MinLevel = read.MinLevel,
            MaxLevel = read.MaxLevel,
            Sources = read.Sources,
            Units = read.Units,
            MinShare = read.Share,
        };
    }

    private static Bar ReadBar(ref JsonCursor cursor)
    {
        List<UnitKey>? units = null;
        var max = 1;
        cursor.Object(0, (int _, ref JsonCursor at, string name) =>
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
        return new Bar(units ?? throw cursor.Wrong("a bar has `units`"), max);
    }

    private static UnitDependency ReadDependency(ref JsonCursor cursor)
    {
        string? unit = null;
        List<UnitKey>? anyOf = null;
        cursor.Object(0, (int _, ref JsonCursor at, string name) =>
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
        return new UnitDependency(unit ?? throw cursor.Wrong("a dependency has an `if`"), anyOf ?? throw cursor.Wrong("a dependency has `anyOf`"));
    }

    private static AgeLimit ReadAge(ref JsonCursor cursor)
    {
        List<UnitKey>? units = null;
        int? months = null;
        cursor.Object(0, (int _, ref JsonCursor at, string name) =>
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
        return new AgeLimit(units ?? throw cursor.Wrong("an age limit has `units`"), months ?? throw cursor.Wrong("an age limit has `months`"));
    }

    private sealed class RuleParts
    {
        public string? Id { get; set; }

        public RuleNode? Root { get; set; }

        public List<RuleNode> Overlays { get; set; } = [];

        public List<Bar> Bars { get; set; } = [];

        public List<UnitDependency> Requires { get; set; } = [];

        public int? MaxAgeMonths { get; set; }

        public List<AgeLimit> MaxAges { get; set; } = [];

        public List<string> ExcludeUsedIn { get; set; } = [];

        public Dictionary<string, long> Offsets { get; } = new(StringComparer.Ordinal);
    }

    private sealed class NodeParts
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public string? Type { get; set; }

        public List<UnitKey>? Units { get; set; }

        public List<RuleNode>? Nodes { get; set; }

        public List<Bound> Bounds { get; set; } = [];

        public int? Min { get; set; }

        public int? Max { get; set; }

        public int? Clip { get; set; }
    }

    private sealed class BoundParts
    {
        public BoundMeasure? Measure { get; set; }

        public int? Min { get; set; }

        public int? Max { get; set; }

        public int? MinLevel { get; set; }

        public int? MaxLevel { get; set; }

        public List<CreditSource>? Sources { get; set; }

        public List<UnitKey>? Units { get; set; }

        public Share? Share { get; set; }
    }
}
