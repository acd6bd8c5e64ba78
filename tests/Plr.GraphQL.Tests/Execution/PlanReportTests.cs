using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Execution.Costs;

namespace Plr.GraphQL.Tests.Execution;

public sealed partial class PlanReportTests
{
    private const string Sdl = """
        type Query { awards: [Award!]! }
        type Mutation { first: Award second: Award }
        type Award { title: String unit: Unit grade: String }
        type Unit { code: String }
        """;

    [Fact]
    public async Task The_plan_tells_stages_fields_loaders_batches_and_times() => Assert.Equal(
        """
        query Awards: 2 stages, 1 batch, T ms
        stage 1, T ms
          Query × 1
            awards: read from Query.awards
        stage 2, T ms
          Award × 3 at awards
            __typename: known
            title: read from Award.title
            unit: resolved by Award.unit, an object at a time
            mark: resolved by Award.grade, all objects at once
          batch UnitLoader × 2, T ms
        stage 3, read while written
          Unit × 3 at awards.unit
            code: read from Unit.code

        """,
        await PlanAsync("query Awards { awards { __typename title unit { code } mark: grade } }"));

    [Fact]
    public async Task A_mutation_has_a_stage_for_each_of_its_fields() => Assert.Equal(
        """
        mutation (unnamed): 2 stages, 0 batches, T ms
        stage 1, T ms
          Mutation × 1
            first: read from Mutation.first
            second: read from Mutation.second
        stage 2, T ms
          Award × 1 at first
            title: read from Award.title
        stage 3, read while written
          Award × 1 at second
            title: read from Award.title

        """,
        await PlanAsync("mutation { first { title } second { title } }"));

    [Fact]
    public async Task The_plan_stands_beside_the_cost()
    {
        var response = JsonNode.Parse(await Make().ExecuteAsync("{ awards { title } }", plan: true, cost: CostReporting.Report))!;
        Assert.Equal(["cost", "plan"], response["extensions"]!.AsObject().Select(entry => entry.Key));
    }

    private static async Task<string> PlanAsync(string document)
    {
        var response = JsonNode.Parse(await Make().ExecuteAsync(document, plan: true))!;
        return Times().Replace(response["extensions"]!["plan"]!.GetValue<string>(), "T ms");
    }

    private static Engine Make() => new(
        Sdl,
        _ => new SchemaBindings()
            .Object<string>("Award").Object<Unit>("Unit")
            .ReadList<RootValue, string>("Query.awards", _ => ["a", "b", "a"])
            .Read<RootValue, string>("Mutation.first", _ => "a").Read<RootValue, string>("Mutation.second", _ => "b")
            .Leaf<string, string>("Award.title", award => award)
            .Resolve<string, Unit?>("Award.unit", (context, award, _, cancellationToken) => context.Resolvers<UnitLoader>().LoadAsync(award, cancellationToken))
            .ResolveBatch<string, string>("Award.grade", (_, awards, _, _) => new(awards.Select(_ => "Pass").ToList()))
            .Leaf<Unit, string>("Unit.code", unit => unit.Code),
        register: services => services.AddScoped<UnitLoader>());

    [GeneratedRegex(@"\d+\.\d{3} ms")]
    private static partial Regex Times();

    private sealed record Unit(string Code);

    private sealed class UnitLoader(BatchScheduler scheduler) : BatchLoader<string, Unit>(scheduler, 100)
    {
        protected override ValueTask<IReadOnlyDictionary<string, Unit>> LoadBatchAsync(IReadOnlySet<string> keys, CancellationToken cancellationToken) =>
            new(keys.ToDictionary(key => key, key => new Unit(key)));
    }
}
