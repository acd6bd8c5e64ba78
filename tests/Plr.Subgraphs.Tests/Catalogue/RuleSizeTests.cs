using System.Globalization;
using System.Text.Json.Nodes;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;
using Plr.Subgraphs.Catalogue.Rules;
using Plr.Subgraphs.Tests.Support;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Tests.Catalogue;

/// <summary>A published rule is shown up to the sizes that the schema promises, and not past any of them.</summary>
public sealed class RuleSizeTests
{
    private const string Large = "601/0003/X";

    public static TheoryData<string> Parts => ["groups", "units", "unidentified", "limits", "limit units", "bars", "bar units", "dependencies", "dependency units", "sources"];

    [Theory, MemberData(nameof(Parts))]
    [Trait("Limit", "PublishedRuleSize")]
    public async Task A_rule_with_as_many_parts_as_may_be_is_shown_and_with_one_more_it_is_not(string part)
    {
        Assert.Null(await CodeAsync(Rule(part, -1)));
        Assert.Null(await CodeAsync(Rule("", 0)));
        Assert.Equal(ErrorCodes.RuleTooLarge, await CodeAsync(Rule(part, 1)));
    }

    [Fact]
    public async Task The_largest_rule_costs_no_more_than_is_reckoned_and_may_be_asked_for()
    {
        using var graph = GraphOf(Rule("", 0));
        var document = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "operations", "Qualification.graphql"));
        var answer = JsonNode.Parse(await graph.TextAsync(document, variables: new { number = Large }, reportsCost: true))!;
        Assert.Null(answer["errors"]);
        foreach (var kind in new[] { "fieldCost", "typeCost" })
        {
            var cost = answer["extensions"]!["cost"]![kind]!;
            Assert.InRange(cost["actual"]!.GetValue<decimal>(), 200, cost["requested"]!.GetValue<decimal>());
            Assert.InRange(cost["requested"]!.GetValue<decimal>(), 200, 10_000);
        }
    }

    [Theory]
    [InlineData("CompoundGroup.groups", PublishedRuleSize.MaxGroups)]
    [InlineData("ChoiceGroup.groups", PublishedRuleSize.MaxGroups)]
    [InlineData("UnitGroup.units", PublishedRuleSize.MaxUnits)]
    [InlineData("RuleOfCombination.units", PublishedRuleSize.MaxUnits)]
    [InlineData("UnitGroup.unidentifiedUnits", PublishedRuleSize.MaxUnidentifiedUnits)]
    [InlineData("RuleGroup.limits", PublishedRuleSize.MaxLimits)]
    [InlineData("UnitGroup.limits", PublishedRuleSize.MaxLimits)]
    [InlineData("CompoundGroup.limits", PublishedRuleSize.MaxLimits)]
    [InlineData("ChoiceGroup.limits", PublishedRuleSize.MaxLimits)]
    [InlineData("OtherCreditGroup.limits", PublishedRuleSize.MaxLimits)]
    [InlineData("RuleOfCombination.barredCombinations", PublishedRuleSize.MaxConditions)]
    [InlineData("RuleOfCombination.dependencies", PublishedRuleSize.MaxConditions)]
    [InlineData("RuleLimit.units", PublishedRuleSize.MaxNamedUnits)]
    [InlineData("BarredCombination.units", PublishedRuleSize.MaxNamedUnits)]
    [InlineData("UnitDependency.needsOneOf", PublishedRuleSize.MaxNamedUnits)]
    [InlineData("RuleOfCombination.sources", PublishedRuleSize.MaxSources)]
    public void The_schema_promises_what_is_held(string field, int most)
    {
        var schema = Parser.ParseSchema(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "catalogue.graphql")));
        var (type, name) = (field.Split('.')[0], field.Split('.')[1]);
        var fields = schema.Definitions.OfType<TypeDefinitionNode>().Single(definition => definition.Name == type) switch
        {
            ObjectTypeDefinitionNode objectType => objectType.Fields,
            var face => ((InterfaceTypeDefinitionNode)face).Fields,
        };
        var size = fields.Single(definition => definition.Name == name).Directives.Single(directive => directive.Name == "listSize");
        Assert.Equal(most.ToString(CultureInfo.InvariantCulture), ((IntValueNode)size.Arguments.Single(argument => argument.Name == "assumedSize").Value).Value);
    }

    private static async Task<string?> CodeAsync(RuleOfCombination rule)
    {
        using var graph = GraphOf(rule);
        var answer = await graph.AskAsync($$"""{ qualification(number: "{{Large}}") { ruleOfCombination { totalCredits } } }""");
        Assert.Equal(answer["errors"] is null, answer["data"]!["qualification"]!["ruleOfCombination"] is not null);
        return (string?)answer["errors"]?[0]!["extensions"]!["code"];
    }

    private static Graph GraphOf(RuleOfCombination rule) => new(catalogue: new NationalCatalogue("large", Reference.Catalogue.Organisations, Reference.Catalogue.Units,
    [
        .. Reference.Catalogue.Qualifications,
        new Qualification
        {
            Number = QualificationNumber.ParseIssued(Large).Value,
            Title = "Award of every size",
            AwardingOrganisation = Reference.Laser,
            Framework = Framework.Qcf,
            Type = "Other",
            Level = QualificationLevel.Level1,
            RegulatoryStatus = RegulatoryStatus.Demonstration,
            RuleOfCombination = rule,
        },
    ]));

    // Every part as large as it may be, and one of them larger.
    private static RuleOfCombination Rule(string part, int more)
    {
        int Size(string of, int most) => of == part ? most + more : most;
        var conditions = Size("bars", PublishedRuleSize.MaxConditions);
        var needs = Size("dependencies", PublishedRuleSize.MaxConditions);
        return new RuleOfCombination
        {
            Root = new RuleNode.Group
            {
                Id = "R",
                Bounds = [.. Enumerable.Range(0, Size("limits", PublishedRuleSize.MaxLimits)).Select(index => new Bound
                {
                    Measure = BoundMeasure.Credits, Min = 1, Units = index == 0 ? Units(Size("limit units", PublishedRuleSize.MaxNamedUnits)) : [],
                })],
                Nodes =
                [
                    new RuleNode.Pool
                    {
                        Id = "P",
                        Units = Units(Size("units", PublishedRuleSize.MaxUnits)),
                        Unidentified = [.. Enumerable.Repeat(new UnidentifiedUnit("X1", "A unit", 1, 1), Size("unidentified", PublishedRuleSize.MaxUnidentifiedUnits))],
                    },
                    .. Enumerable.Range(0, Size("groups", PublishedRuleSize.MaxGroups) - 2).Select(index => new RuleNode.Pool { Id = $"G{index}", Units = [] }),
                ],
            },
            Bars = [.. Enumerable.Range(0, conditions).Select(index => new Bar(index == 0 ? Units(Size("bar units", PublishedRuleSize.MaxNamedUnits)) : []))],
            Requires = [.. Enumerable.Range(0, needs).Select(index =>
                new UnitDependency(Reference.Cooking.Value, index == 0 ? Units(Size("dependency units", PublishedRuleSize.MaxNamedUnits)) : []))],
            Sources = [.. Enumerable.Repeat(new RuleSource("A document"), Size("sources", PublishedRuleSize.MaxSources))],
            Completeness = new RuleCompleteness.Partial(["it is made up"]),
        };
    }

    private static UnitKey[] Units(int count) => [.. Enumerable.Repeat((UnitKey)Reference.Cooking.Value, count)];
}
