using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Testing;

/// <summary>Units by topic and sector, and how likely a qualification is to list each of them.</summary>
/// <remarks>
/// Seven in ten listings are of the qualification's own topics, two of what its sector has in common (health and safety,
/// communication), one of what the nation has (employability, functional skills). Within each, few units are listed often and most seldom.
/// </remarks>
internal sealed class UnitBank(IReadOnlyList<CatalogueUnit> units)
{
    public const int UnitsPerTopic = 90;

    private const int TopicsPerSector = 60;
    private const int UnitsPerSector = UnitsPerTopic * TopicsPerSector;
    private const int CommonToSector = 200;
    private const int CommonToNation = 300;

    public int Topics => (units.Count + UnitsPerTopic - 1) / UnitsPerTopic;

    /// <summary>A few topics of one sector, for a qualification that lists so many units.</summary>
    public int[] ChooseTopics(Random random, int size)
    {
        var one = random.Next(Topics);
        return [.. Enumerable.Range(0, 1 + size / 30).Select(index => index == 0 ? one : SameSector(random, one))];
    }

    /// <summary>Another topic of the topic's sector.</summary>
    public int SameSector(Random random, int topic)
    {
        var first = topic / TopicsPerSector * TopicsPerSector;
        return random.Next(first, Math.Min(first + TopicsPerSector, Topics));
    }

    /// <summary>Distinct units that a qualification of these topics may list, the likeliest mostly first.</summary>
    /// <param name="size">How many; no more than there are.</param>
    public List<CatalogueUnit> Choose(Random random, int[] topics, int size)
    {
        var chosen = new List<CatalogueUnit>(size);
        var seen = new HashSet<UnitKey>(size);
        for (var tries = 0; chosen.Count < size; tries++)
        {
            var unit = units[tries < size * 10 ? Math.Min(Draw(random, topics), units.Count - 1) : random.Next(units.Count)];
            if (seen.Add(unit.Key))
            {
                chosen.Add(unit);
            }
        }

        return chosen;
    }

    private static int Draw(Random random, int[] topics) => random.Next(10) switch
    {
        0 => Popular(random, CommonToNation, 2),
        < 3 => topics[0] / TopicsPerSector * UnitsPerSector + Popular(random, CommonToSector, 2),
        _ => topics[random.Next(topics.Length)] * UnitsPerTopic + Popular(random, UnitsPerTopic, 2.2),
    };

    /// <summary>A rank from 0, the small ones more often the greater the power.</summary>
    private static int Popular(Random random, int count, double power) => (int)(count * Math.Pow(random.NextDouble(), power));
}
