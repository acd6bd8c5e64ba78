using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Text;

namespace Plr.Rules.Tests.Text;

/// <summary>Random documents with everything the model can hold, sensible or not. Document n of a seed is always the same.</summary>
internal sealed class RandomRules(int seed)
{
    private static readonly string[] Names =
        ["U1", "L/506/1788", "all", "or", "A (mandatory)", "Group #2", "say \"so\"", "back\\slash", "Cymraeg ŵ", "1", "nothing", "line\nbreak", "tab\t", "\u2028", "𝒳", "a,b", "half", " ", "-"];

    private readonly System.Random random = new(seed);
    private int labels;

    public RuleTextDocument Make()
    {
        var units = Names.Where(_ => Rarely(2)).Select(Unit).ToList();
        return new RuleTextDocument
        {
            Units = units,
            Titles = units.Where(_ => Rarely(2)).ToDictionary(unit => unit.Key, _ => Name()),
            Equivalences = Many(3, () => new UnitEquivalence(Name(), Name(), Rarely(2) ? (CreditSource)random.Next(4) : null, Rarely(2))),
            Qualifications = [.. Names.Where(_ => Rarely(8)).Select(number => new QualificationRule(number, Rule()) { Title = Maybe(Name), TotalCredits = Number() })],
        };
    }

    private RuleOfCombination Rule() => new()
    {
        Root = Node(3),
        Overlays = Many(2, () => Node(1)),
        Bars = Many(3, () => new Bar(Keys(), random.Next(3))),
        Requires = Many(3, () => new UnitDependency(Name(), Keys())),
        MaxAgeMonths = Number(),
        MaxAges = Many(3, () => new AgeLimit(Keys(), random.Next(100))),
        ExcludeUsedIn = Many(3, Name),
        Sources = Many(3, () => new RuleSource(Name(), Maybe(Name))),
        Completeness = Rarely(2) ? new RuleCompleteness.Partial([Name(), Name()]) : new RuleCompleteness.Complete(),
    };

    private RuleNode Node(int depth)
    {
        var (id, name, bounds) = ($"{Name()}{labels++}", Maybe(Name), Many(3, Bound));
        return random.Next(depth > 0 ? 5 : 3) switch
        {
            0 => new RuleNode.All { Id = id, Name = name, Bounds = bounds, Units = Keys(), Unidentified = Many(2, Unidentified) },
            1 => new RuleNode.Pool { Id = id, Name = name, Bounds = bounds, Units = Keys(), Unidentified = Many(2, Unidentified), Clip = Number() },
            2 => new RuleNode.OtherCredit { Id = id, Name = name, Bounds = bounds, MinLevel = Level(), MaxLevel = Level(), Sectors = Many(2, Name), AchievedWithinMonths = Number() },
            3 => new RuleNode.Group { Id = id, Name = name, Bounds = bounds, Nodes = Many(4, () => Node(depth - 1)), Clip = Number() },
            _ => new RuleNode.Choose { Id = id, Name = name, Bounds = bounds, Nodes = Many(4, () => Node(depth - 1)), Min = random.Next(3), Max = random.Next(3) },
        };
    }

    private Bound Bound() => new()
    {
        Measure = (BoundMeasure)random.Next(3),
        Min = Number(),
        Max = Number(),
        MinLevel = Level(),
        MaxLevel = Level(),
        Sources = Rarely(2) ? Many(5, () => (CreditSource)random.Next(5)) : Rarely(2) ? [.. Enumerable.Range(0, 5).Where(_ => Rarely(2)).Select(source => (CreditSource)source)] : null,
        Units = Rarely(3) ? Keys() : null,
        MinShare = Rarely(2) ? new Share(random.Next(3), random.Next(2, 5)) : null,
    };

    private CatalogueUnit Unit(string key) => new()
    {
        Key = key,
        Credits = random.Next(20),
        Level = random.Next(-2, 9),
        GuidedLearningHours = random.Next(3),
        IsAvailable = Rarely(2),
        Sectors = Many(2, Name),
    };

    private UnidentifiedUnit Unidentified() => new(Maybe(Name), Maybe(Name), Number(), Level());

    private bool Rarely(int one) => random.Next(one) == 0;

    private string Name() => Names[random.Next(Names.Length)];

    private string? Maybe(Func<string> make) => Rarely(2) ? make() : null;

    private int? Number() => Rarely(2) ? random.Next(3) : Rarely(4) ? RuleTextLimits.MaxNumber : null;

    private int? Level() => Rarely(2) ? random.Next(-2, 9) : null;

    private List<UnitKey> Keys() => Many(9, () => new UnitKey(Name()));

    private List<T> Many<T>(int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => make())];
}
