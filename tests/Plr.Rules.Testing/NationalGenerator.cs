using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Testing;

/// <summary>Catalogues with the structures that published rules have, of any size up to the nation's and beyond, the same for the same seed.</summary>
/// <remarks>
/// The nation's size is the register of December 2019: 42,336 qualifications, 270,295 units, 740,801 links. A link is a unit that a
/// qualification lists, however often. A quarter of the qualifications have the rule of an earlier one, as when several organisations
/// award the same structure; their links are among those counted. Which constructs the rules have: <see cref="RuleGenerator"/>.
/// </remarks>
public sealed class NationalGenerator
{
    public const int NationalQualifications = 42_336;
    public const int NationalUnits = 270_295;
    public const int NationalLinks = 740_801;

    /// <summary>The smallest catalogue with room for its links.</summary>
    public const int FewestQualifications = 10;

    private const int MostLinksOfOne = 120;

    private readonly Random random;
    private readonly List<CatalogueUnit> units = [];
    private readonly List<QualificationRule> qualifications = [];
    private readonly List<int[]> topics = [];

    private NationalGenerator(int seed) => random = new Random(seed);

    public IReadOnlyList<CatalogueUnit> Units => units;

    public IReadOnlyList<UnitEquivalence> Equivalences { get; private set; } = [];

    public IReadOnlyList<QualificationRule> Qualifications => qualifications;

    public static DateOnly AsOf { get; } = new(2019, 12, 1);

    /// <summary>A catalogue of some qualifications; units and links in the nation's proportion.</summary>
    public static NationalGenerator Make(int qualifications = NationalQualifications, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(qualifications, FewestQualifications);
        var generator = new NationalGenerator(seed);
        generator.MakeUnits((int)((long)NationalUnits * qualifications / NationalQualifications));
        generator.MakeQualifications(qualifications, (int)((long)NationalLinks * qualifications / NationalQualifications));
        return generator;
    }

    public CompiledCatalogue Compile() => CompiledCatalogue.Compile(Units, Equivalences, Qualifications);

    /// <summary>Learners with some units each, most of them from a few related qualifications.</summary>
    public IReadOnlyList<IReadOnlyList<AchievedUnit>> Learners(int count, int unitsEach, int seed = 7)
    {
        var generator = new LearnerGenerator(new Random(seed), new UnitBank(units), [.. qualifications.Select(one => one.Rule.Root)], topics);
        return [.. Enumerable.Range(0, count).Select(_ => generator.Make(unitsEach))];
    }

    /// <summary>A learner who holds the units that most rules list.</summary>
    public IReadOnlyList<AchievedUnit> HostileLearner(int unitsHeld) =>
    [
        .. qualifications.SelectMany(qualification => Nodes.Listed(qualification.Rule.Root).Distinct()).GroupBy(unit => unit)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(unitsHeld)
            .Select(group => new AchievedUnit { Unit = group.Key, Awarded = AsOf.AddYears(-1) }),
    ];

    private void MakeUnits(int count)
    {
        for (var index = 0; index < count; index++)
        {
            var credits = random.Next(10) switch { 0 => random.Next(10, 21), < 3 => random.Next(6, 11), _ => random.Next(1, 7) };
            var level = 1 + (index / UnitBank.UnitsPerTopic % 5) + random.Next(5) switch { 0 => -1, 4 => 1, _ => 0 };
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
        var bank = new UnitBank(units);
        var originals = new int[count];
        var versions = new int[count];
        for (var index = 0; index < count; index++)
        {
            originals[index] = index > 100 && random.Next(4) == 0 ? originals[index - random.Next(1, 100)] : index;
            versions[originals[index]]++;
        }

        var sizes = Sizes(versions, links);
        for (var index = 0; index < count; index++)
        {
            var original = originals[index];
            topics.Add(original == index ? bank.ChooseTopics(random, sizes[index]) : topics[original]);
            var rule = original == index
                ? new RuleGenerator(random, bank.Choose(random, topics[index], sizes[index])).Make()
                : qualifications[original].Rule;
            qualifications.Add(new QualificationRule($"{600 + index / 10_000}/{index % 10_000:0000}/{index % 10}", rule));
        }
    }

    /// <summary>Links of each original: many small, some large, the sum over all versions as asked.</summary>
    private int[] Sizes(int[] versions, int links)
    {
        var sizes = new int[versions.Length];
        var most = Math.Min(MostLinksOfOne, units.Count);
        for (var index = 0; index < versions.Length; index++)
        {
            sizes[index] = Math.Min(most, random.Next(20) switch { < 6 => random.Next(1, 7), < 13 => random.Next(6, 19), < 19 => random.Next(15, 41), _ => random.Next(40, 111) });
        }

        for (var rest = links - sizes.Zip(versions, (size, times) => size * times).Sum(); rest != 0;)
        {
            var at = random.Next(versions.Length);
            var change = Math.Sign(rest);
            if (versions[at] > 0 && versions[at] <= Math.Abs(rest) && sizes[at] + change >= 1 && sizes[at] + change <= most)
            {
                sizes[at] += change;
                rest -= change * versions[at];
            }
        }

        return sizes;
    }
}
