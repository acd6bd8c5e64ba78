using System.Text.Json.Nodes;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Costs;

namespace Plr.GraphQL.Tests.Execution.Budgets;

public sealed class BudgetedExecutionTests
{
    private const string Sdl = "type Query { many(first: Int): [Thing] one: Thing } type Thing { name: String }";
    private readonly HandClock clock = new();

    [Fact] // 1 for the root, 1 for the field, 10 for the things; of them only 2 came.
    public async Task What_an_operation_did_not_cost_is_given_back()
    {
        var cost = await CostAsync(Make(100), "{ many(first: 10) { name } }", CostReporting.Report);
        Assert.Equal(
            """{"requested":12,"actual":4,"fieldCost":{"requested":1,"actual":1},"typeCost":{"requested":11,"actual":3},"budget":{"capacity":100,"remaining":96,"restoresAt":"2026-11-25T12:00:00.400Z"}}""",
            cost.ToJsonString());
    }

    [Theory]
    [InlineData(11, ErrorCodes.CostLimitExceeded)] // never fits
    [InlineData(12, null)]
    [InlineData(13, null)]
    public async Task An_operation_passes_when_the_whole_budget_covers_it(int capacity, string? code) =>
        Assert.Equal(code, Code(await Make(capacity).ExecuteAsync("{ many(first: 10) { name } }")));

    [Fact]
    public async Task A_spent_budget_refuses_until_it_is_back_and_another_client_goes_on()
    {
        var engine = Make(14);
        Assert.Null(Code(await engine.ExecuteAsync("{ many(first: 10) { name } }", client: "a"))); // Leaves 10.
        var refused = JsonNode.Parse(await engine.ExecuteAsync("{ many(first: 10) { name } }", client: "a"))!["errors"]![0]!;
        Assert.Equal("the operation may cost 12, and 10 of your budget of 14 is left; try again in 1 s, or ask for less", refused["message"]!.GetValue<string>());
        Assert.Equal(ErrorCodes.CostBudgetExhausted, refused["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal(1, refused["extensions"]!["retryAfterSeconds"]!.GetValue<int>());
        Assert.Null(Code(await engine.ExecuteAsync("{ many(first: 10) { name } }", client: "b")));
        clock.Passed = TimeSpan.FromSeconds(0.2);
        Assert.Null(Code(await engine.ExecuteAsync("{ many(first: 10) { name } }", client: "a")));
    }

    [Fact]
    public async Task What_is_only_validated_is_not_charged()
    {
        var engine = Make(14);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(14, (await CostAsync(engine, "{ many(first: 10) { name } }", CostReporting.Validate))["budget"]!["remaining"]!.GetValue<int>());
        }
    }

    [Fact] // The attack with the guard off: it never ends.
    public async Task Without_a_budget_nobody_is_refused()
    {
        var engine = Make(0);
        for (var i = 0; i < 1_000; i++)
        {
            Assert.Null(Code(await engine.ExecuteAsync("{ many(first: 10000) { name } }")));
        }
    }

    private Engine Make(long capacity) => new(
        Sdl,
        _ => new SchemaBindings()
            .ReadList<RootValue, string>("Query.many", _ => ["a", "b"]).Read<RootValue, string>("Query.one", _ => "c")
            .Object<string>("Thing").Leaf<string, string>("Thing.name", name => name),
        options =>
        {
            options.Cost.Budget.Capacity = capacity;
            options.Cost.Budget.RestorePerSecond = 10;
            options.Cost.Budget.Time = clock;
        });

    private static string? Code(string response) => JsonNode.Parse(response)!["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>();

    private static async Task<JsonNode> CostAsync(Engine engine, string document, CostReporting reporting) =>
        JsonNode.Parse(await engine.ExecuteAsync(document, cost: reporting))!["extensions"]!["cost"]!;
}
