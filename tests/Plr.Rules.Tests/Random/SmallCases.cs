using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Tests.Random;

/// <summary>Random small cases with every construct of the exchange format. Case n of a seed is always the same.</summary>
public sealed class SmallCases
{
    private static readonly DateOnly AsOf = new(2015, 1, 31);
    private static readonly string[] SectorCodes = ["1", "1.1", "1.2", "15.3"];

    private readonly System.Random random;
    private readonly List<CatalogueUnit> units = [];
    private readonly Dictionary<UnitKey, int> listings = [];
    private int labels;
    private int otherGroups;
    private int budget;

    private readonly bool withOtherCredit;

    private SmallCases(int seed, bool withOtherCredit) => (random, this.withOtherCredit) = (new System.Random(seed), withOtherCredit);

    public static SmallCase Make(int seed) => new SmallCases(seed, withOtherCredit: false).Make();

    /// <summary>Cases with groups of other credit, and with units that are much alike, so that one can stand for another.</summary>
    public static SmallCase MakeWithOtherCredit(int seed) => new SmallCases(seed, withOtherCredit: true).Make();

    /// <summary>A catalogue with several rules over the same units, and several learners.</summary>
    public static SmallCatalogue MakeCatalogue(int seed, bool withOtherCredit)
    {
        var cases = new SmallCases(seed, withOtherCredit);
        var first = cases.Make();
        return new SmallCatalogue(
            first.Units, first.Equivalences, [first.Rule, .. Enumerable.Range(0, 7).Select(_ => cases.Rule())],
            [first.Achieved, [], .. Enumerable.Range(0, 3).Select(_ => cases.AchievedSome())], AsOf);
    }

    private SmallCase Make()
    {
        var size = random.Next(2, withOtherCredit ? 7 : 8);
        var (values, levels) = withOtherCredit && random.Next(2) == 0 ? (3, 2) : (7, 4);
        for (var index = 0; index < size; index++)
        {
            units.Add(new CatalogueUnit
            {
                Key = $"U{index}",
                Credits = random.Next(8) == 0 ? 0 : random.Next(1, values),
                Level = random.Next(0, levels),
                GuidedLearningHours = random.Next(0, 4) * 10,
                IsAvailable = random.Next(8) != 0,
                Sectors = withOtherCredit ? Sectors() : [],
            });
        }

        var rule = Rule();
        return new SmallCase(units, [.. Some(3, 3).Select(_ => Edge())], rule, AchievedSome(), AsOf);
    }

    private List<AchievedUnit> AchievedSome() => [.. Some(1, 5).Select(_ => Achieved())];

    private RuleOfCombination Rule()
    {
        listings.Clear();
        otherGroups = 0;
        budget = units.Count + random.Next(0, 3);
        var root = !withOtherCredit ? Node(2) : random.Next(6) switch { 0 => OtherCredit(Label()), 1 => ClippedOtherCredit(), _ => Node(2) };
        if (random.Next(2) == 0 && root is not RuleNode.Choose)
        {
            root = new RuleNode.Group { Id = Label(), Nodes = [root, Node(1)], Bounds = Bounds(2) };
        }

        var overlays = new List<RuleNode>();
        while (random.Next(4) == 0 && overlays.Count < 2)
        {
            budget = 3;
            overlays.Add(Node(1));
        }

        return new RuleOfCombination
        {
            Root = root,
            Overlays = overlays,
            Bars = [.. Some(5, 2).Select(_ => new Bar(Pick(random.Next(2, 4)), random.Next(4) == 0 ? (withOtherCredit ? random.Next(3) : 2) : 1))],
            Requires = [.. Some(5, 2).Select(_ => new UnitDependency(Pick(1)[0], Pick(random.Next(1, 3))))],
            MaxAgeMonths = random.Next(4) == 0 ? random.Next(1, 48) : null,
            MaxAges = [.. Some(6, 1).Select(_ => new AgeLimit(Pick(random.Next(1, 4)), random.Next(1, 48)))],
            ExcludeUsedIn = random.Next(5) == 0 ? ["Q7"] : [],
        };
    }

    private IEnumerable<int> Some(int rarity, int most)
    {
        var count = random.Next(rarity) == 0 ? random.Next(1, most + 1) : 0;
        return Enumerable.Range(0, count);
    }

    private string Label() => $"N{labels++}";

    private List<UnitKey> Pick(int count) => [.. Enumerable.Range(0, count).Select(_ => units[random.Next(units.Count)].Key).Distinct()];

    private RuleNode Node(int depth)
    {
        var label = Label();
        if (withOtherCredit && (otherGroups == 0 || random.Next(4) == 0) && otherGroups < 3 && random.Next(2) == 0)
        {
            return OtherCredit(label);
        }

        switch (depth > 0 ? random.Next(6) : random.Next(3))
        {
            case 0:
                return new RuleNode.All { Id = label, Units = Listed(2), Bounds = Bounds(5) };
            case 1 or 2:
                return new RuleNode.Pool { Id = label, Units = Listed(4), Bounds = Bounds(2), Clip = random.Next(5) == 0 ? random.Next(1, 8) : null };
            case 3 or 4:
                return new RuleNode.Group { Id = label, Nodes = Children(depth), Bounds = Bounds(2), Clip = random.Next(5) == 0 ? random.Next(1, 10) : null };
            default:
                var children = Children(depth);
                var min = random.Next(0, children.Count + 1);
                return new RuleNode.Choose { Id = label, Min = min, Max = random.Next(min, children.Count + 1), Nodes = children, Bounds = Bounds(4) };
        }
    }

    private RuleNode.OtherCredit OtherCredit(string label)
    {
        otherGroups++;
        return new RuleNode.OtherCredit
        {
            Id = label,
            Bounds = Bounds(2),
            MinLevel = random.Next(3) == 0 ? random.Next(0, 3) : null,
            MaxLevel = random.Next(5) == 0 ? random.Next(1, 4) : null,
            Sectors = random.Next(3) == 0 ? Sectors() : [],
            AchievedWithinMonths = random.Next(3) == 0 ? random.Next(0, 40) : null,
        };
    }

    /// <summary>Several groups of other credit, each below a clip of its own, and a minimum over them.</summary>
    private RuleNode.Group ClippedOtherCredit() => new()
    {
        Id = Label(),
        Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = random.Next(1, 9) }, .. Bounds(3)],
        Nodes =
        [
            .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new RuleNode.Group { Id = Label(), Clip = random.Next(1, 5), Nodes = [OtherCredit(Label())] }),
        ],
    };

    private string[] Sectors() => [.. SectorCodes.Where(_ => random.Next(3) == 0)];

    private List<RuleNode> Children(int depth) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Node(depth - 1))];

    private List<UnitKey> Listed(int most)
    {
        var listed = new List<UnitKey>();
        for (var count = random.Next(1, most + 1); count > 0 && budget > 0; count--)
        {
            // Mostly units not listed yet, sometimes one that is: overlap.
            var fresh = units.Where(unit => listings.GetValueOrDefault(unit.Key) == 0).ToList();
            var unit = (fresh.Count > 0 && random.Next(4) != 0 ? fresh[random.Next(fresh.Count)] : units[random.Next(units.Count)]).Key;
            if (!listed.Contains(unit))
            {
                listed.Add(unit);
                listings[unit] = listings.GetValueOrDefault(unit) + 1;
                budget--;
            }
        }

        return listed;
    }

    private List<Bound> Bounds(int rarity) => [.. Some(rarity, 2).Select(_ => Bound())];

    private Bound Bound()
    {
        var measure = withOtherCredit && random.Next(3) == 0 ? BoundMeasure.GuidedLearningHours : (BoundMeasure)(random.Next(8) switch { < 5 => 0, < 7 => 1, _ => 2 });
        var scale = measure switch { BoundMeasure.Credits => 14, BoundMeasure.Units => 4, _ => 60 };
        int? min = random.Next(3) > 0 ? random.Next(0, scale) : null;
        int? max = random.Next(3) == 0 ? random.Next(min ?? 0, scale + 4) : null;
        var share = random.Next(8) == 0;
        return new Bound
        {
            Measure = measure,
            Min = min,
            Max = max,
            MinLevel = random.Next(4) == 0 || share ? random.Next(0, 4) : null,
            MaxLevel = random.Next(8) == 0 ? random.Next(0, 4) : null,
            Sources = random.Next(6) == 0 ? [.. Enumerable.Range(0, 5).Where(_ => random.Next(2) == 0).Select(source => (CreditSource)source)] : null,
            Units = random.Next(8) == 0 ? Pick(random.Next(1, 4)) : null,
            MinShare = !share ? null : withOtherCredit ? Share() : new Share(1, random.Next(1, 4)),
        };
    }

    private Share Share()
    {
        var parts = random.Next(1, 5);
        return new Share(random.Next(0, parts + 1), parts);
    }

    private UnitEquivalence Edge() =>
        new(Pick(1)[0], Pick(1)[0], random.Next(2) == 0 ? (CreditSource)random.Next(4) : null, random.Next(3) == 0);

    private AchievedUnit Achieved() => new()
    {
        Unit = Pick(1)[0],
        Awarded = random.Next(6) == 0 ? null : AsOf.AddDays(-random.Next(0, 1_500)),
        Source = (CreditSource)(random.Next(3) == 0 ? random.Next(4) : 0),
        UsedIn = random.Next(5) == 0 ? ["Q7"] : [],
    };
}
