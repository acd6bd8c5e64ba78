using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.Tests.Execution;

public sealed class MutationTests
{
    private const string Sdl = """
        type Query { number: Int }
        type Mutation { add(by: Int!): Counter! fail: Counter! failSoft: Counter }
        type Counter { number: Int parity: String }
        """;

    private readonly List<string> journal = [];
    private int number;

    [Fact] // 6.3.4: each root field is completed, what is below it included, before the next begins.
    public async Task Root_fields_run_one_after_another_and_each_is_completed_first()
    {
        var response = await Make().ExecuteAsync("mutation { a: add(by: 1) { number parity } b: add(by: 2) { number parity } }");
        Assert.Equal("""{"data":{"a":{"number":1,"parity":"1 odd"},"b":{"number":3,"parity":"3 odd"}}}""", response);
        Assert.Equal(["add 1", "parity", "boundary", "add 2", "parity", "boundary"], journal);
    }

    [Fact]
    public async Task A_failed_field_that_may_be_null_does_not_stop_the_next()
    {
        var response = await Make().ExecuteAsync("mutation { failSoft { number } add(by: 1) { number } }");
        Assert.Contains("""
            "data":{"failSoft":null,"add":{"number":1}}
            """.Trim(), response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_data_is_null_already_nothing_more_is_done()
    {
        var response = await Make().ExecuteAsync("mutation { a: add(by: 1) { number } fail { number } b: add(by: 1) { number } }");
        Assert.EndsWith("\"data\":null}", response, StringComparison.Ordinal);
        Assert.Equal(["add 1", "boundary", "boundary"], journal);
    }

    private Engine Make() => new(
        Sdl, _ => Bindings(), register: services => services.AddScoped<IMutationBoundary>(_ => new Boundary(journal)));

    private SchemaBindings Bindings() => new SchemaBindings()
        .Leaf<RootValue, int>("Query.number", _ => number)
        .Resolve<RootValue, Box>("Mutation.add", async (_, _, arguments, _) =>
        {
            await Task.Yield();
            journal.Add($"add {arguments.Get<int>(0)}");
            number += arguments.Get<int>(0);
            return new Box(number);
        })
        .Resolve<RootValue, Box>("Mutation.fail", (_, _, _, _) => throw new GraphQLException("FAILED", "on purpose"))
        .Resolve<RootValue, Box>("Mutation.failSoft", (_, _, _, _) => throw new GraphQLException("FAILED", "on purpose"))
        .Leaf<Box, int>("Counter.number", box => box.Number)
        .Resolve<Box, string>("Counter.parity", async (_, box, _, _) =>
        {
            await Task.Yield();
            journal.Add("parity");
            return $"{number} {(box.Number % 2 == 0 ? "even" : "odd")}";
        });

    private sealed record Box(int Number);

    private sealed class Boundary(List<string> journal) : IMutationBoundary
    {
        public ValueTask AfterRootFieldAsync(CancellationToken cancellationToken)
        {
            journal.Add("boundary");
            return ValueTask.CompletedTask;
        }
    }
}
