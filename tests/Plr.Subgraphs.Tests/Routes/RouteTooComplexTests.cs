using System.Globalization;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Routes;

/// <summary>A rule that needs more work than one request may spend is ranked by what is certain, and says so.</summary>
public sealed class RouteTooComplexTests
{
    private const string Endless = "601/0003/X";

    private static readonly List<UnitNumber> Many =
        [.. Enumerable.Range(0, 60).Select(index => UnitNumber.ParseIssued(string.Create(CultureInfo.InvariantCulture, $"A/700/{index:0000}")).Value)];

    private static IReadOnlyList<UnitKey> Keys => [.. Many.Select(unit => (UnitKey)unit.Value)];

    [Fact]
    public async Task It_is_marked_in_the_ranking_and_its_progress_gives_bounds_instead_of_a_number()
    {
        using var graph = new Graph(catalogue: Catalogue()).WithGwen();
        var answer = await graph.AskAsync(
            $$"""
            { learner(uln: "9276308686") {
                routes { nodes { qualification { number } remainingCredits isLowerBound } }
                progress(qualification: "{{Endless}}") { state remainingCredits remainingAtLeast creditsTowards } }
              routesFrom(units: [], filter: { qualifications: ["{{Endless}}"] }) { nodes { isLowerBound creditsTowards } } }
            """, AsGwen);
        Assert.Null(answer["errors"]);
        var nodes = answer["data"]!["learner"]!["routes"]!["nodes"]!.AsArray();
        var endless = Assert.Single(nodes, node => (string?)node!["qualification"]!["number"] == Endless)!;
        Assert.True((bool)endless["isLowerBound"]!);
        Assert.All(nodes.Where(node => node != endless), node => Assert.False((bool)node!["isLowerBound"]!));
        var progress = answer["data"]!["learner"]!["progress"]!;
        Assert.Equal(("RULE_TOO_COMPLEX", null, null), ((string?)progress["state"], (int?)progress["remainingCredits"], (int?)progress["creditsTowards"]));
        Assert.NotNull(progress["remainingAtLeast"]);
        Assert.Equal("""[{"isLowerBound":true,"creditsTowards":null}]""", answer["data"]!["routesFrom"]!["nodes"]!.ToJsonString());
    }

    // Six themes over the same units, each of ten parts: no bound on the ways to satisfy them.
    private static NationalCatalogue Catalogue() => new(
        "endless",
        Reference.Catalogue.Organisations,
        [.. Reference.Catalogue.Units, .. Many.Select((number, index) => new Unit { Number = number, CreditValue = 1 + (index * 7 % 13), Level = QualificationLevel.Level1 })],
        [
            .. Reference.Catalogue.Qualifications,
            new Qualification
            {
                Number = QualificationNumber.ParseIssued(Endless).Value,
                Title = "Award without end",
                AwardingOrganisation = Reference.Laser,
                Framework = Framework.Qcf,
                Type = "Other",
                Level = QualificationLevel.Level1,
                RegulatoryStatus = RegulatoryStatus.Demonstration,
                RuleOfCombination = new RuleOfCombination
                {
                    Root = new RuleNode.Pool { Id = "R", Units = Keys, Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = 30 }] },
                    Overlays = [.. Enumerable.Range(0, 6).Select(Theme)],
                },
            },
        ]);

    private static RuleNode Theme(int theme) => new RuleNode.Group
    {
        Id = $"T{theme}",
        Nodes = [.. Enumerable.Range(0, 10).Select(part => new RuleNode.Pool { Id = $"T{theme}P{part}", Units = Keys, Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = part }] })],
    };
}
