using Plr.Domain.Combination;

namespace Plr.Rules.Exchange;

internal static partial class RuleReader
{
    private const int MaxLevel = 8;
    private const int MinLevel = -2;

    private static Bound ReadBound(ref JsonCursor cursor)
    {
        var read = new BoundParts();
        var start = cursor.Object(read, static (BoundParts bound, ref JsonCursor at, string name) =>
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
                    bound.MinLevel = at.NumberOrNull(MinLevel, MaxLevel);
                    break;
                case "maxLevel":
                    bound.MaxLevel = at.NumberOrNull(MinLevel, MaxLevel);
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
            Measure = read.Measure ?? throw cursor.WrongAt(start, "a bound has a `measure`"),
            Min = read.Min,
            Max = read.Max,
            MinLevel = read.MinLevel,
            MaxLevel = read.MaxLevel,
            Sources = read.Sources,
            Units = read.Units,
            MinShare = read.Share,
        };
    }

    /// <summary>Members that few nodes have: those of other credit, and units without a number.</summary>
    private static void ReadRareMember(NodeParts node, ref JsonCursor cursor, string name)
    {
        switch (name)
        {
            case "unidentified":
                node.Unidentified = cursor.Array(ReadUnidentified, MaxParts);
                break;
            case "minLevel":
                node.MinLevel = cursor.NumberOrNull(MinLevel, MaxLevel);
                break;
            case "maxLevel":
                node.MaxLevel = cursor.NumberOrNull(MinLevel, MaxLevel);
                break;
            case "sectors":
                node.Sectors = cursor.Array(static (ref JsonCursor at) => at.Text(), MaxParts);
                break;
            case "withinMonths":
                node.WithinMonths = cursor.NumberOrNull(0, MaxNumber);
                break;
            default:
                cursor.Skip();
                break;
        }
    }

    private static UnidentifiedUnit ReadUnidentified(ref JsonCursor cursor)
    {
        string? code = null, title = null;
        int? credits = null, level = null;
        cursor.Object(0, (int _, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "code":
                    code = at.TextOrNull();
                    break;
                case "title":
                    title = at.TextOrNull();
                    break;
                case "credits":
                    credits = at.NumberOrNull(0, MaxNumber);
                    break;
                case "level":
                    level = at.NumberOrNull(MinLevel, MaxLevel);
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        return new UnidentifiedUnit(code, title, credits, level);
    }

    private static RuleSource ReadSource(ref JsonCursor cursor)
    {
        string? address = null, section = null;
        var start = cursor.Object(0, (int _, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "address":
                    address = at.Text();
                    break;
                case "section":
                    section = at.TextOrNull();
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        return new RuleSource(address ?? throw cursor.WrongAt(start, "a source has an `address`"), section);
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

        public string? Title { get; set; }

        public int? TotalCredits { get; set; }

        public List<RuleSource> Sources { get; set; } = [];

        public List<string> Missing { get; set; } = [];
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

        public List<UnidentifiedUnit> Unidentified { get; set; } = [];

        public int? MinLevel { get; set; }

        public int? MaxLevel { get; set; }

        public List<string> Sectors { get; set; } = [];

        public int? WithinMonths { get; set; }
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
