using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Tests.Routes;

/// <summary>Catalogues with the structures that published rules have, of any size up to the nation's, the same for the same seed.</summary>
/// <remarks>
/// The nation's size is the register of December 2019: 42,336 qualifications, 270,295 units, 740,801 links. Units belong to topics
/// and topics to sectors; a few units of each topic are listed everywhere. A quarter of the qualifications are another
/// awarding organisation's version of an earlier one.
/// </remarks>
public sealed class NationalGenerator
{
    public const int NationalQualifications = 42_336;
    public const int NationalUnits = 270_295;
    public const int NationalLinks = 740_801;

    private const int UnitsPerTopic = 90;
    private const int TopicsPerSector = 60;

    private static readonly DateOnly Today = new(2019, 12, 1);

    private readonly System.Random random;
    private readonly List<CatalogueUnit> units = [];
    private readonly List<QualificationRule> qualifications = [];

    private NationalGenerator(int seed) => random = new System.Random(seed);

    public IReadOnlyList<CatalogueUnit> Units => units;

    public IReadOnlyList<UnitEquivalence> Equivalences { get; private set; } = [];

    public IReadOnlyList<QualificationRule> Qualifications => qualifications;

    public static DateOnly AsOf => Today;

    /// <summary>A catalogue of some qualifications; units and links in the nation's proportion.</summary>
    public static NationalGenerator Make(int qualifications = NationalQualifications, int seed = 1)
    {
        var generator = new NationalGenerator(seed);
        generator.MakeUnits((int)((long)NationalUnits * qualifications / NationalQualifications));
        generator.MakeQualifications(qualifications, (int)((long)NationalLinks * qualifications / NationalQualifications));
        return generator;
    }

    public CompiledCatalogue Compile() => CompiledCatalogue.Compile(Units, Equivalences, Qualifications);

    /// <summary>Learners with some units each, most of them from a few related qualifications.</summary>
    public IReadOnlyList<IReadOnlyList<AchievedUnit>> Learners(int count, int unitsEach, int seed = 7)
    {
        var source = new System.Random(seed);
        var listed = qualifications.ConvertAll(qualification => Listings(qualification.Rule.Root).ToList());
        return [.. Enumerable.Range(0, count).Select(_ => Learner(source, listed, unitsEach))];
    }

    /// <summary>A learner who holds the units that most rules list.</summary>
    public IReadOnlyList<AchievedUnit> HostileLearner(int unitsHeld) =>
    [
        .. qualifications.SelectMany(qualification => Listings(qualification.Rule.Root).Distinct()).GroupBy(unit => unit)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(unitsHeld)
            .Select(group => new AchievedUnit { Unit = group.Key, Awarded = Today.AddYears(-1) }),
    ];

    private static List<AchievedUnit> Learner(System.Random source, List<List<UnitKey>> listed, int unitsEach)
    {
        var held = new HashSet<UnitKey>();
        var at = source.Next(listed.Count);
        while (held.Count < unitsEach)
        {
            var from = listed[at];
            foreach (var unit in from.Where(_ => source.Next(3) > 0).Take(unitsEach - held.Count))
            {
                held.Add(unit);
            }

            at = source.Next(3) == 0 ? source.Next(listed.Count) : Math.Min(listed.Count - 1, at + source.Next(1, 40));
            at = at == listed.Count - 1 ? source.Next(listed.Count) : at;
        }

        return [.. held.Select(unit => new AchievedUnit
        {
            Unit = unit,
            Awarded = Today.AddDays(-source.Next(0, 2_500)),
            Source = source.Next(12) == 0 ? CreditSource.Transfer : CreditSource.Own,
        })];
    }

    private static IEnumerable<UnitKey> Listings(RuleNode node) => node switch
    {
        RuleNode.All all => all.Units,
        RuleNode.Pool pool => pool.Units,
        RuleNode.Group group => group.Nodes.SelectMany(Listings),
        RuleNode.Choose choose => choose.Nodes.SelectMany(Listings),
        _ => [],
    };

    private void MakeUnits(int count)
    {
        for (var index = 0; index < count; index++)
        {
            var credits = random.Next(10) switch { 0 => random.Next(10, 21), < 3 => random.Next(6, 11), _ => random.Next(1, 7) };
            var level = 1 + (index / UnitsPerTopic % 5) + random.Next(5) switch { 0 => -1, 4 => 1, _ => 0 };
            units.Add(new CatalogueUnit
            {
                Key = $"{(char)('A' + index % 26)}/{500 + index / 10_000}/{index % 10_000:0000}",
                Credits = credits,
                Level = level,
                GuidedLearningHours = credits * random.Next(5, 10),
                IsAvailable = random.Next(50) != 0,
            });
        }

        Equivalences =
        [
            .. Enumerable.Range(0, count / 50).Select(_ => random.Next(count - 1)).Select(unit => new UnitEquivalence(
                units[unit].Key, units[unit + 1].Key, random.Next(2) == 0 ? CreditSource.Transfer : null, random.Next(10) == 0)),
        ];
    }

    private void MakeQualifications(int count, int links)
    {
        var sizes = Sizes(count, links);
        for (var index = 0; index < count; index++)
        {
            var number = $"{600 + index / 10_000}/{index % 10_000:0000}/{index % 10}";
            var earlier = index > 100 && random.Next(4) == 0 ? qualifications[index - random.Next(1, 100)] : null;
            qualifications.Add(earlier is null ? new QualificationRule(number, new RuleGenerator(random, units, sizes[index], UnitsPerTopic, TopicsPerSector).Make()) : new QualificationRule(number, earlier.Rule));
        }
    }

    /// <summary>Links of each qualification: many small, some large, the sum as asked (before copies).</summary>
    private int[] Sizes(int count, int links)
    {
        var sizes = new int[count];
        for (var index = 0; index < count; index++)
        {
            sizes[index] = random.Next(20) switch { < 6 => random.Next(1, 7), < 13 => random.Next(6, 19), < 19 => random.Next(15, 41), _ => random.Next(40, 111) };
        }

        for (var rest = links - sizes.Sum(); rest != 0;)
        {
            var at = random.Next(count);
            var change = Math.Clamp(rest, -1, 1);
            if (sizes[at] + change is >= 1 and <= 120)
            {
                sizes[at] += change;
                rest -= change;
            }
        }

        return sizes;
    }
}
