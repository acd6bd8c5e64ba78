using System.Collections.Concurrent;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Direct;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes.Plans;
using Plr.Rules.Tests.Random;

namespace Plr.Rules.Tests.Direct;

/// <summary>Tables and branching say what the general search says, in all three numbers, and their allocation is one of the rule's.</summary>
public sealed class DirectSearchTests
{
    private const int MaxStates = 200_000;

    [Fact]
    public void A_realistic_rule_has_the_answer_of_the_general_search()
    {
        var national = NationalGenerator.Make(1_500, seed: 9);
        var catalogue = national.Compile();
        var learners = national.Learners(30, 30, seed: 21);
        var (outcomes, failures) = (new ConcurrentBag<Outcome>(), new ConcurrentBag<string>());
        Parallel.ForEach(national.Qualifications, (qualification, _, at) =>
        {
            var random = new System.Random((int)at);
            for (var round = 0; round < 4; round++)
            {
                var achieved = Learner(national, qualification.Rule, learners[random.Next(learners.Count)], round, random);
                outcomes.Add(Compare(catalogue, qualification, national.Equivalences, achieved, NationalGenerator.AsOf, failures));
            }
        });
        AssertAgree(outcomes, failures, 0.97);
    }

    [Fact]
    public void A_small_rule_has_the_answer_of_the_general_search()
    {
        var (outcomes, failures) = (new ConcurrentBag<Outcome>(), new ConcurrentBag<string>());
        Parallel.For(2_000_001, 2_010_001, seed =>
        {
            var small = SmallCases.Make(seed);
            var qualification = new QualificationRule($"seed {seed}", small.Rule);
            var catalogue = CompiledCatalogue.Compile(small.Units, small.Equivalences, [qualification]);
            outcomes.Add(Compare(catalogue, qualification, small.Equivalences, small.Achieved, small.AsOf, failures));
        });
        AssertAgree(outcomes, failures, 0.80);
    }

    private enum Outcome
    {
        Agrees,
        LeftToSearch,
    }

    private static void AssertAgree(ConcurrentBag<Outcome> outcomes, ConcurrentBag<string> failures, double share)
    {
        Assert.True(failures.IsEmpty, $"{failures.Count} of {outcomes.Count} differ; the first: {string.Join("\n", failures.Order().Take(5))}");
        var answered = outcomes.Count(outcome => outcome == Outcome.Agrees);
        Assert.True(answered >= outcomes.Count * share, $"{answered} of {outcomes.Count} were answered");
    }

    /// <summary>Some of the rule's own units, more each round, and a learner's.</summary>
    private static List<AchievedUnit> Learner(
        NationalGenerator national, RuleOfCombination rule, IReadOnlyList<AchievedUnit> other, int round, System.Random random)
    {
        var own = rule.ListedUnits().Where(_ => random.Next(8) < round).Select(unit => new AchievedUnit
        {
            Unit = unit, Awarded = NationalGenerator.AsOf.AddDays(-random.Next(0, 2_500)), Source = random.Next(6) == 0 ? CreditSource.Transfer : CreditSource.Own,
        });
        // What counts as one of the rule's units makes it interesting.
        var listed = rule.ListedUnits().ToHashSet();
        var equivalent = national.Equivalences.Where(edge => listed.Contains(edge.CountsAs) && random.Next(2) == 0).Select(edge => new AchievedUnit { Unit = edge.Achieved });
        return [.. own.Concat(equivalent).Concat(other).DistinctBy(achieved => achieved.Unit)];
    }

    private static Outcome Compare(
        CompiledCatalogue catalogue, QualificationRule qualification, IReadOnlyList<UnitEquivalence> equivalences,
        IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, ConcurrentBag<string> failures)
    {
        var rule = catalogue.Find(qualification.Number)!;
        var (learner, search) = (new LearnerUnits(), new DirectSearch());
        learner.Read(catalogue.Table, achieved, asOf);
        search.Run(rule.Layout, learner);
        var found = LayeredSearch.Run(rule.Program, OfferTable.Build(rule.Program, catalogue.Table, achieved, asOf), MaxStates);
        if (found.Ending == SearchEnding.OutOfWork)
        {
            return Outcome.LeftToSearch;
        }

        RemainingWork? least = found.Ending == SearchEnding.Infeasible ? null : RemainingWork.Unpack(found.Cost);
        RemainingWork? claimed = search.Best == CostTable.Never ? null : rule.Layout.Unpack(search.Best);
        if (!search.IsExact)
        {
            if (least < rule.Layout.Unpack(search.Lower) || claimed < least)
            {
                failures.Add($"{qualification.Number}: {least} is not between {rule.Layout.Unpack(search.Lower)} and {claimed}");
            }

            return Outcome.LeftToSearch;
        }

        if (claimed != least)
        {
            failures.Add($"{qualification.Number}: {claimed}, the search says {least}");
        }
        else if (claimed is { } cost && WrongWitness(catalogue, rule, search, new SmallCase([.. qualification.Rule.ListedUnits().Select(unit => catalogue.UnitOf(unit)!)], equivalences, qualification.Rule, achieved, asOf), cost) is { } wrong)
        {
            failures.Add($"{qualification.Number}: {wrong}");
        }

        CompareCredits(catalogue, rule, achieved, asOf, least, failures);
        return Outcome.Agrees;
    }

    private static void CompareCredits(
        CompiledCatalogue catalogue, LazyRule rule, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, RemainingWork? least, ConcurrentBag<string> failures)
    {
        var credits = least?.Credits ?? PlanEvaluator.Unreachable;
        var learner = new LearnerUnits();
        learner.Read(catalogue.Table, achieved, asOf);
        foreach (var known in new[] { 0, Math.Min(credits, 3) })
        {
            var alone = RuleSearch.Credits(rule, catalogue.Table, learner, EvaluationScratch.OfThread, known, PlanEvaluator.Unreachable);
            if (alone != new PlanAnswer(credits, credits))
            {
                failures.Add($"{rule.Number}: {alone} credits of at least {known}, the search says {credits}");
            }
        }
    }

    private static string? WrongWitness(CompiledCatalogue catalogue, LazyRule rule, DirectSearch search, SmallCase small, RemainingWork cost)
    {
        var layout = rule.Layout;
        var counted = Enumerable.Range(0, layout.RootSlots).Where(slot => !search.Filled[slot].IsEmpty).Select(slot => new CountedUnit(
            catalogue.Table.Units[layout.Slots[slot].Unit].Key, layout.Nodes[layout.Slots[slot].Node].Source.Id,
            search.Filled[slot].IsFresh ? null : search.Filled[slot].Achievement, search.Filled[slot].Source, null, 0, 0, 0)).ToList();
        var wrong = new ObviousTwin(small).Check(counted, out var claimed);
        return wrong ?? (claimed == (cost.Credits, cost.Units, cost.GuidedLearningHours) ? null : $"the witness costs {claimed}, not {cost}");
    }
}
