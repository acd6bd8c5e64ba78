using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;
using Plr.Rules.Sentences;

namespace Plr.Rules.Tests.Sentences;

/// <summary>Rules and verdicts in the two languages.</summary>
public sealed class SentenceTests
{
    private static readonly RuleOfCombination TeamLeading = new()
    {
        Root = new RuleNode.Group
        {
            Id = "R",
            Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = 10 }, new Bound { Measure = BoundMeasure.Credits, Min = 6, MinLevel = 2 }],
            Nodes =
            [
                new RuleNode.All { Id = "A", Name = "Mandatory", Units = ["A1", "A2"] },
                new RuleNode.Pool { Id = "B", Units = ["B1", "B2", "B3"], Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = 2, Max = 7 }] },
            ],
        },
        Bars = [new Bar(["B1", "B2"])],
        MaxAgeMonths = 36,
    };

    [Fact]
    public void A_rule_reads_in_English() => Assert.Equal(
    [
        "The whole qualification: at least 10 credits.",
        "The whole qualification: at least 6 credits at Level 2 or above.",
        "Group A (Mandatory): all 2 units.",
        "Group B: between 2 and 7 credits.",
        "Of B1 and B2, at most 1 can count.",
        "An achievement older than 36 months does not count.",
    ],
    RuleSentences.Of(TeamLeading, Language.English));

    [Fact]
    public void A_rule_reads_in_Welsh() => Assert.Equal(
    [
        "Y cymhwyster cyfan: o leiaf 10 credyd.",
        "Y cymhwyster cyfan: o leiaf 6 credyd ar Lefel 2 neu uwch.",
        "Grŵp A (Mandatory): pob un o'r 2 uned.",
        "Grŵp B: rhwng 2 a 7 credyd.",
        "O blith B1 a B2, ni all mwy na 1 gyfrif.",
        "Nid yw cyflawniad sy'n hŷn na 36 mis yn cyfrif.",
    ],
    RuleSentences.Of(TeamLeading, Language.Welsh));

    [Fact]
    public void A_verdict_says_what_counts_what_is_left_and_why_the_rest_does_not()
    {
        var verdict = Evaluate(("A1", 2014), ("B1", 2014), ("B2", 2014), ("A2", 2009), ("X", 2014));
        Assert.Equal(VerdictStatus.Reachable, verdict.Status);
        Assert.Equal(
        [
            "At least 4 credits in 1 unit remain; 8 credits count already.",
            "A1 counts in Group A.",
            "B1 counts in Group B.",
            "A2 is still to be achieved for Group A.",
            "B2 does not count: it is barred against B1.",
            "A2 does not count: it was awarded too long ago.",
            "X does not count: the rule does not list it.",
        ],
        VerdictSentences.Of(verdict, Language.English));
        Assert.Equal("Nid yw B2 yn cyfrif: mae wedi'i gwahardd gyda B1.", VerdictSentences.Why(verdict.NotCounted[0], Language.Welsh));
    }

    [Fact]
    public void A_group_says_what_is_missing()
    {
        var verdict = Evaluate(("B3", 2014));
        Assert.Equal(["2 mandatory units missing"], MissingOf(verdict, "A", Language.English));
        Assert.Equal(["2 uned orfodol ar goll"], MissingOf(verdict, "A", Language.Welsh));
        Assert.Equal(["6 credits missing", "6 credits at Level 2 or above missing"], MissingOf(verdict, "R", Language.English));
    }

    private static IEnumerable<string> MissingOf(Verdict verdict, string node, Language language) =>
        verdict.Nodes.Single(one => one.Node == node).Missing.Select(shortfall => VerdictSentences.Missing(shortfall, language));

    private static Verdict Evaluate(params (string Unit, int Year)[] achieved)
    {
        var units = new[] { "A1", "A2", "B1", "B2", "B3", "X" }.Select(key => new CatalogueUnit { Key = key, Credits = 4, Level = key == "B3" ? 1 : 2, GuidedLearningHours = 30 }).ToList();
        var catalogue = CompiledCatalogue.Compile(units, [], [new QualificationRule("Q", TeamLeading)]);
        return Evaluator.Evaluate(catalogue, "Q", [.. achieved.Select(one => new AchievedUnit { Unit = one.Unit, Awarded = new DateOnly(one.Year, 6, 1) })], new DateOnly(2015, 1, 1))!;
    }
}
