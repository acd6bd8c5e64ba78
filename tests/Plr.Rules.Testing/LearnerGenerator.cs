using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Testing;

/// <summary>Learners who took parts of a few qualifications, most of them on the same topic, some of the same sector, a few of anything.</summary>
internal sealed class LearnerGenerator
{
    private const int MostUnitsOfOneVisit = 16;

    private readonly Random random;
    private readonly UnitBank bank;
    private readonly IReadOnlyList<int[]> topics;
    private readonly List<UnitKey[]> listed;
    private readonly List<int>[] byTopic;
    private readonly int unitsListed;

    public LearnerGenerator(Random random, UnitBank bank, IReadOnlyList<RuleNode> rules, IReadOnlyList<int[]> topics)
    {
        (this.random, this.bank, this.topics) = (random, bank, topics);
        listed = [.. rules.Select(root => Nodes.Listed(root).Distinct().ToArray())];
        unitsListed = listed.SelectMany(units => units).Distinct().Count();
        byTopic = [.. Enumerable.Range(0, bank.Topics).Select(_ => new List<int>())];
        foreach (var (qualification, own) in topics.Index())
        {
            foreach (var topic in own.Distinct())
            {
                byTopic[topic].Add(qualification);
            }
        }
    }

    /// <summary>One learner with so many units, or all that are listed.</summary>
    public IReadOnlyList<AchievedUnit> Make(int units)
    {
        var wanted = Math.Min(units, unitsListed);
        var held = new HashSet<UnitKey>(wanted);
        for (var at = random.Next(listed.Count); held.Count < wanted; at = Next(at))
        {
            held.UnionWith(listed[at].Where(_ => random.Next(3) > 0).Take(Math.Min(wanted - held.Count, random.Next(3, MostUnitsOfOneVisit))));
        }

        return [.. held.Select(unit => new AchievedUnit
        {
            Unit = unit,
            Awarded = NationalGenerator.AsOf.AddDays(-random.Next(0, 2_500)),
            Source = random.Next(12) == 0 ? CreditSource.Transfer : CreditSource.Own,
        })];
    }

    private int Next(int qualification)
    {
        var own = topics[qualification];
        var topic = random.Next(9) switch
        {
            0 => random.Next(byTopic.Length),
            < 3 => bank.SameSector(random, own[0]),
            _ => own[random.Next(own.Length)],
        };
        return byTopic[topic] is { Count: > 0 } there ? there[random.Next(there.Count)] : qualification;
    }
}
