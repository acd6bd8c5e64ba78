using Plr.Domain.Combination;
using Plr.Rules.Evaluation;
using Plr.Rules.Exchange;

namespace Plr.Rules.Timing;

/// <summary>What is asked when single answers are timed: drawn from the documents, the same every time.</summary>
internal sealed class TimedQuestions
{
    /// <summary>Units of the learner who is hardest to rank for.</summary>
    public const int HostileUnits = 60;

    /// <summary>Seeds the drawing.</summary>
    public const int Seed = 1;

    private const int PairsOfOneLearner = 5;

    private readonly ExchangeDocument document;
    private readonly UnitKey[][] listed;
    private readonly Dictionary<UnitKey, List<int>> qualificationsOf = [];
    private readonly Random random = new(Seed);

    public TimedQuestions(ExchangeDocument document)
    {
        this.document = document;
        listed = [.. document.Qualifications.Select(qualification => qualification.Rule.ListedUnits().Distinct().ToArray())];
        foreach (var (index, units) in listed.Index())
        {
            foreach (var unit in units)
            {
                if (!qualificationsOf.TryGetValue(unit, out var list))
                {
                    qualificationsOf.Add(unit, list = []);
                }

                list.Add(index);
            }
        }

        (Pairs, WhatIfs) = Draw();
        Hostile = [.. qualificationsOf.OrderByDescending(unit => unit.Value.Count).ThenBy(unit => unit.Key).Take(HostileUnits)
            .Select(unit => new AchievedUnit { Unit = unit.Key, Awarded = document.AsOf })];
    }

    /// <summary>Learners, each with a qualification that lists a unit they hold.</summary>
    public IReadOnlyList<(ExchangeLearner Learner, string Qualification)> Pairs { get; }

    /// <summary>Learners, each with one unit they don't hold from the list of a qualification that lists one they do.</summary>
    public IReadOnlyList<(ExchangeLearner Learner, UnitKey Unit)> WhatIfs { get; }

    /// <summary>The units that most qualifications list.</summary>
    public IReadOnlyList<AchievedUnit> Hostile { get; }

    private (List<(ExchangeLearner, string)> Pairs, List<(ExchangeLearner, UnitKey)> WhatIfs) Draw()
    {
        var pairs = new List<(ExchangeLearner, string)>();
        var whatIfs = new List<(ExchangeLearner, UnitKey)>();
        foreach (var learner in document.Learners)
        {
            var held = learner.Achieved.Select(achieved => achieved.Unit).ToHashSet();
            UnitKey[] useful = [.. held.Where(qualificationsOf.ContainsKey)];
            for (var count = 0; count < PairsOfOneLearner && useful.Length > 0; count++)
            {
                var touched = qualificationsOf[useful[random.Next(useful.Length)]];
                var qualification = touched[random.Next(touched.Count)];
                pairs.Add((learner, document.Qualifications[qualification].Number));
                var more = listed[qualification][random.Next(listed[qualification].Length)];
                if (count == 0 && !held.Contains(more))
                {
                    whatIfs.Add((learner, more));
                }
            }
        }

        return (pairs, whatIfs);
    }
}
