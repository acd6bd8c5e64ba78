using System.Text.Json.Nodes;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Types;
using Xunit.Abstractions;

namespace Plr.GraphQL.Tests.Execution.Costs;

public sealed class CostBoundTests(ITestOutputHelper output)
{
    private readonly Schema schema = Schema.Build(CostSchema.Sdl);

    [Fact]
    public async Task The_cost_before_execution_is_never_below_the_cost_after_it()
    {
        var firstSeed = Random.Shared.Next();
        output.WriteLine($"first seed {firstSeed}");
        var (executed, equal) = (0, 0);
        var dice = new Random(firstSeed);
        var engine = CostSchema.Make(() => dice);
        for (var i = 0; i < 10_000; i++)
        {
            var seed = unchecked(firstSeed + i);
            var (document, variables) = CostOperations.Make(schema, seed, usesVariables: i % 2 == 0);
            dice = new Random(seed);
            var cost = await CostAsync(engine, document, variables, CostReporting.Report);
            Assert.True(Of(cost, "fieldCost", "actual") <= Of(cost, "fieldCost", "requested"), $"seed {seed}: {document} {variables}: {cost}");
            Assert.True(Of(cost, "typeCost", "actual") <= Of(cost, "typeCost", "requested"), $"seed {seed}: {document} {variables}: {cost}");
            executed += Of(cost, "typeCost", "actual") > 1 ? 1 : 0;
            equal += cost["actual"]!.GetValue<decimal>() == cost["requested"]!.GetValue<decimal>() ? 1 : 0;
        }

        output.WriteLine($"{executed} found objects, {equal} cost exactly what was reckoned");
        Assert.True(executed > 5_000 && equal > 500, $"{executed}, {equal}: the operations say too little");
    }

    [Fact] // The bound is the schema's promise: a list that breaks it must show.
    public async Task A_list_longer_than_the_schema_says_is_found()
    {
        var broken = 0;
        var dice = new Random(0);
        var engine = CostSchema.Make(() => dice, beyondSize: 5);
        for (var seed = 0; seed < 300 && broken == 0; seed++)
        {
            var (document, variables) = CostOperations.Make(schema, seed, usesVariables: true);
            var cost = await CostAsync(engine, document, variables, CostReporting.Report);
            broken += cost["actual"]!.GetValue<decimal>() > cost["requested"]!.GetValue<decimal>() ? 1 : 0;
        }

        Assert.Equal(1, broken);
    }

    [Fact]
    public async Task A_literal_and_a_variable_cost_the_same()
    {
        var firstSeed = Random.Shared.Next();
        output.WriteLine($"first seed {firstSeed}");
        var engine = CostSchema.Make(() => Random.Shared);
        var distinct = new HashSet<decimal>();
        for (var i = 0; i < 2_000; i++)
        {
            var seed = unchecked(firstSeed + i);
            var literal = CostOperations.Make(schema, seed, usesVariables: false);
            var variable = CostOperations.Make(schema, seed, usesVariables: true);
            var costs = new[]
            {
                await CostAsync(engine, literal.Document, "", CostReporting.Validate),
                await CostAsync(engine, variable.Document, variable.Variables, CostReporting.Validate),
                await CostAsync(engine, variable.Document, variable.Variables, CostReporting.Validate), // From the cached plan.
            };
            Assert.True(costs.Select(cost => cost.ToJsonString()).Distinct().Count() == 1, $"seed {seed}: {string.Join(' ', costs.Select(cost => cost.ToJsonString()))} {variable}");
            distinct.Add(costs[0]["requested"]!.GetValue<decimal>());
        }

        Assert.True(distinct.Count > 300, "the operations are too alike");
    }

    private static decimal Of(JsonNode cost, string kind, string when) => cost[kind]![when]!.GetValue<decimal>();

    private static async Task<JsonNode> CostAsync(Engine engine, string document, string variables, CostReporting reporting)
    {
        var response = JsonNode.Parse(await engine.ExecuteAsync(document, variables, cost: reporting))!;
        return response["extensions"]?["cost"] ?? throw new InvalidOperationException($"{response.ToJsonString()}: {document} {variables}");
    }
}
