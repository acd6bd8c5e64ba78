using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Tests.Random;

/// <summary>What holds of every answer, whatever the rule: on random cases, with and without other credit. They print their seed.</summary>
public sealed class PropertyTests
{
    private static readonly int Cases = Math.Max(1, RandomCases.Count / 4);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_more_achievement_never_raises_what_remains_and_saves_at_most_the_dearest_unit_it_counts_as(bool otherCredit) => RandomCases.Hold(Cases, seed =>
    {
        var small = Make(seed, otherCredit);
        var random = new System.Random(seed);
        var more = new AchievedUnit { Unit = small.Units[random.Next(small.Units.Count)].Key, Awarded = small.AsOf, Source = (CreditSource)random.Next(4) };
        var (before, after) = (Evaluate(small), Evaluate(small with { Achieved = [.. small.Achieved, more] }));
        if (before.Remaining is not { } least)
        {
            return null;
        }

        if (after.Remaining is not { } now || now.CompareTo(least) > 0)
        {
            return $"{least} with less, {after.Remaining} with {more.Unit} too";
        }

        var edges = small.Equivalences.Where(edge => edge.Achieved == more.Unit).ToList();
        var countsAs = edges.Select(edge => edge.CountsAs).Prepend(more.Unit).Select(key => small.Units.First(unit => unit.Key == key)).ToList();
        // What fresh study could not have done as well has no such limit.
        var limited = countsAs.TrueForAll(unit => unit.IsAvailable) && !edges.Exists(edge => edge.Many) && !Bounds(small.Rule).Any(bound => bound.Sources is not null);
        return limited && least.Credits - now.Credits > countsAs.Max(unit => unit.Credits) ? $"{more.Unit} saves {least.Credits - now.Credits} credits" : null;
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_order_changes_a_number(bool otherCredit) => RandomCases.Hold(Cases, seed =>
    {
        var small = Make(seed, otherCredit);
        var random = new System.Random(seed);
        var shuffled = new SmallCase(
            Shuffled(small.Units, random), Shuffled(small.Equivalences, random), Shuffled(small.Rule, random), Shuffled(small.Achieved, random), small.AsOf);
        var (one, other) = (Evaluate(small), Evaluate(shuffled));
        return (one.Status, one.Remaining, one.CreditsFromScratch, one.Percent) == (other.Status, other.Remaining, other.CreditsFromScratch, other.Percent)
            ? null : $"{one.Status} {one.Remaining} in one order, {other.Status} {other.Remaining} in another";
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Achieving_the_witness_satisfies_unless_a_filter_tells_own_from_fresh(bool otherCredit) => RandomCases.Hold(Cases, seed =>
    {
        var small = Make(seed, otherCredit);
        var verdict = Evaluate(small);
        if (verdict.Remaining is null || Bounds(small.Rule).Any(bound => bound.Sources is { } sources && sources.Contains(CreditSource.Own) != sources.Contains(CreditSource.Fresh)))
        {
            return null;
        }

        var achieved = verdict.ShortestCompletion.Select(unit => new AchievedUnit { Unit = unit.Unit, Awarded = small.AsOf });
        var after = Evaluate(small with { Achieved = [.. small.Achieved, .. achieved] });
        return after.Status == VerdictStatus.Satisfied ? null : $"{after.Status} {after.Remaining} after achieving {string.Join(", ", verdict.ShortestCompletion.Select(unit => unit.Unit))}";
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_what_if_says_that_it_is_one_and_counts_as_if_achieved(bool otherCredit) => RandomCases.Hold(Cases, seed =>
    {
        var small = Make(seed, otherCredit);
        var engine = new RulesEngine(Compile(small), "v1");
        var unit = small.Units[seed % small.Units.Count].Key;
        var (plain, whatIf) = (engine.Progress(small.Achieved, "Q", small.AsOf)!, engine.Progress(small.Achieved, "Q", small.AsOf, [unit])!);
        var achieved = Evaluate(small with { Achieved = [.. small.Achieved, new AchievedUnit { Unit = unit, Awarded = small.AsOf }] });
        return (plain.IsWhatIf, whatIf.IsWhatIf, whatIf.Verdict.Status, whatIf.Verdict.Remaining) == (false, true, achieved.Status, achieved.Remaining)
            ? null : $"{whatIf.Verdict.Status} {whatIf.Verdict.Remaining} as a what-if ({whatIf.IsWhatIf}), {achieved.Status} {achieved.Remaining} as achieved";
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Routes_have_the_values_of_one_by_one_evaluation_and_their_order(bool otherCredit) => RandomCases.Hold(Cases / 2, seed =>
    {
        var small = SmallCases.MakeCatalogue(seed, otherCredit);
        var catalogue = CompiledCatalogue.Compile(small.Units, small.Equivalences, [.. small.Rules.Select((rule, index) => new QualificationRule($"Q{index}", rule))]);
        var engine = new RulesEngine(catalogue, "v1");
        foreach (var learner in small.Learners)
        {
            var expected = Enumerable.Range(0, small.Rules.Count).Select(index => Evaluator.Evaluate(catalogue, $"Q{index}", learner, small.AsOf)!)
                .Where(verdict => verdict.Remaining is not null)
                .Select(verdict => (verdict.Remaining!.Value.Credits, Saved: verdict.CreditsFromScratch - verdict.Remaining.Value.Credits ?? 0, verdict.Qualification))
                .OrderBy(route => route.Credits).ThenByDescending(route => route.Saved).ThenBy(route => route.Qualification, StringComparer.Ordinal).ToList();
            var routes = engine.Routes(learner, small.AsOf, null, RulesEngine.MaxPage).Items.Select(item => (item.RemainingCredits, item.CreditsSaved, item.Qualification)).ToList();
            if (!routes.SequenceEqual(expected))
            {
                return $"{string.Join(" ", routes)} as routes, {string.Join(" ", expected)} one by one";
            }
        }

        return null;
    });

    private static SmallCase Make(int seed, bool otherCredit) => otherCredit ? SmallCases.MakeWithOtherCredit(seed) : SmallCases.Make(seed);

    private static CompiledCatalogue Compile(SmallCase small) => CompiledCatalogue.Compile(small.Units, small.Equivalences, [new QualificationRule("Q", small.Rule)]);

    private static Verdict Evaluate(SmallCase small) => Evaluator.Evaluate(Compile(small), "Q", small.Achieved, small.AsOf)!;

    private static IEnumerable<Bound> Bounds(RuleOfCombination rule) => rule.Overlays.Prepend(rule.Root).SelectMany(Below).SelectMany(node => node.Bounds);

    private static IEnumerable<RuleNode> Below(RuleNode node) =>
        (node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] }).SelectMany(Below).Prepend(node);

    private static T[] Shuffled<T>(IReadOnlyList<T> items, System.Random random)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static RuleOfCombination Shuffled(RuleOfCombination rule, System.Random random) => rule with
    {
        Root = Shuffled(rule.Root, random),
        Overlays = Shuffled([.. rule.Overlays.Select(overlay => Shuffled(overlay, random))], random),
        Bars = Shuffled([.. rule.Bars.Select(bar => bar with { Units = Shuffled(bar.Units, random) })], random),
        Requires = Shuffled([.. rule.Requires.Select(need => need with { AnyOf = Shuffled(need.AnyOf, random) })], random),
        MaxAges = Shuffled(rule.MaxAges, random),
    };

    private static RuleNode Shuffled(RuleNode node, System.Random random) => node switch
    {
        RuleNode.All all => all with { Units = Shuffled(all.Units, random), Bounds = Shuffled(node.Bounds, random) },
        RuleNode.Pool pool => pool with { Units = Shuffled(pool.Units, random), Bounds = Shuffled(node.Bounds, random) },
        RuleNode.Group group => group with { Nodes = Shuffled([.. group.Nodes.Select(child => Shuffled(child, random))], random), Bounds = Shuffled(node.Bounds, random) },
        RuleNode.Choose choose => choose with { Nodes = Shuffled([.. choose.Nodes.Select(child => Shuffled(child, random))], random), Bounds = Shuffled(node.Bounds, random) },
        _ => node with { Bounds = Shuffled(node.Bounds, random) },
    };
}
