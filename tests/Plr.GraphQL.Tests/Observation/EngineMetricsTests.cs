using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Tests.Execution.Budgets;

namespace Plr.GraphQL.Tests.Observation;

[Collection(ObservedCollection.Name)]
public sealed class EngineMetricsTests : IDisposable
{
    private readonly Recorder recorder = new();

    public void Dispose() => recorder.Dispose();

    [Theory]
    [InlineData("{ hello }", "query", "OK")]
    [InlineData("mutation { add(number: 1) }", "mutation", "OK")]
    [InlineData("{ hello breaks }", "query", "PARTIAL")]
    [InlineData("{ nothing }", "unknown", "GRAPHQL_VALIDATION_FAILED")]
    public async Task A_request_is_timed_by_its_kind_and_outcome(string document, string type, string outcome)
    {
        await ObservedEngine.Make(recorder).ExecuteAsync(document);
        Assert.Equal([$"time graphql.operation.type={type} graphql.outcome={outcome} graphql.transport=direct"], recorder.Of("graphql.server.request.duration"));
    }

    [Fact]
    public async Task A_document_is_a_miss_once_and_a_hit_from_then_on()
    {
        var engine = ObservedEngine.Make(recorder);
        await engine.ExecuteAsync("{ hello }");
        await engine.ExecuteAsync("{ hello }");
        Assert.Equal(
            ["1 graphql.cache=other graphql.cache.result=miss", "1 graphql.cache=other graphql.cache.result=hit"],
            recorder.Of("graphql.server.document.lookups"));
        Assert.Equal(["1 graphql.schema=test"], recorder.Observe("graphql.server.document.cached"));
        Assert.Equal([$"{engine.Executor.CachedDocuments.Bytes} graphql.schema=test"], recorder.Of("graphql.server.document.cache.size"));
    }

    [Fact]
    public async Task An_operation_is_counted_by_its_name()
    {
        var engine = ObservedEngine.Make(recorder);
        await engine.ExecuteAsync("query Greet { hello }");
        await engine.ExecuteAsync("{ hello }");
        Assert.Equal(
            ["1 graphql.operation.name=Greet graphql.operation.type=query", "1 graphql.operation.name=(unnamed) graphql.operation.type=query"],
            recorder.Of("graphql.server.operations"));
    }

    [Fact] // Whoever sends a new name with each request must not fill the memory of whoever counts.
    public async Task Only_so_many_names_are_told_apart()
    {
        var engine = ObservedEngine.Make(recorder);
        for (var i = 0; i < 250; i++)
        {
            await engine.ExecuteAsync($"query Name{i} {{ hello }}");
        }

        Assert.Equal(201, recorder.Of("graphql.server.operations").Distinct().Count());
        Assert.Equal(50, recorder.Of("graphql.server.operations").Count(row => row.Contains("=(other) ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_limit_that_is_met_is_counted_by_its_name()
    {
        var engine = ObservedEngine.Make(recorder, options => options.Execution.MaxInputListSize = 2);
        await engine.ExecuteAsync("query($of: [Int!]!) { squares(of: $of) }", """{"of":[1,2,3]}""");
        Assert.Equal(["1 graphql.limit=LIMIT_INPUT_LIST graphql.limit.enforced=true"], recorder.Of("graphql.server.limits"));
        Assert.Equal(["1 graphql.error.code=LIMIT_INPUT_LIST"], recorder.Of("graphql.server.errors"));
    }

    [Fact]
    public async Task A_limit_that_only_warns_is_counted_as_such()
    {
        var engine = ObservedEngine.Make(recorder, options =>
        {
            options.Execution.MaxInputListSize = 2;
            options.Execution.EnforceInputLimits = false;
        });
        await engine.ExecuteAsync("query($of: [Int!]!) { squares(of: $of) }", """{"of":[1,2,3]}""");
        Assert.Equal(["1 graphql.limit=LIMIT_INPUT_LIST graphql.limit.enforced=false"], recorder.Of("graphql.server.limits"));
        Assert.Empty(recorder.Of("graphql.server.errors"));
    }

    [Fact]
    public async Task A_budget_that_is_spent_is_counted()
    {
        var engine = ObservedEngine.Make(recorder, options =>
        {
            options.Cost.Budget.Capacity = 1;
            options.Cost.Budget.Time = new HandClock();
        });
        await engine.ExecuteAsync("{ hello }");
        await engine.ExecuteAsync("{ hello }");
        Assert.Equal(["1 graphql.limit=COST_BUDGET_EXHAUSTED graphql.limit.enforced=true"], recorder.Of("graphql.server.limits"));
    }

    [Fact]
    public async Task What_an_operation_may_cost_is_told_always_and_what_it_did_cost_where_it_is_reckoned()
    {
        var engine = ObservedEngine.Make(recorder);
        await engine.ExecuteAsync("{ hello }");
        Assert.Equal(["1 graphql.operation.type=query"], recorder.Of("graphql.server.cost.static"));
        Assert.Empty(recorder.Of("graphql.server.cost.actual"));
        await engine.ExecuteAsync("{ hello }", cost: CostReporting.Report);
        Assert.Equal(["1 graphql.operation.type=query"], recorder.Of("graphql.server.cost.actual"));
    }

    [Fact]
    public async Task A_batch_is_counted_with_its_size()
    {
        await ObservedEngine.Make(recorder).ExecuteAsync("{ squares(of: [1, 2, 3]) }");
        Assert.Equal(["2 graphql.loader=Squares", "1 graphql.loader=Squares"], recorder.Of("graphql.server.batch.size"));
        Assert.Equal(["time graphql.loader=Squares", "time graphql.loader=Squares"], recorder.Of("graphql.server.batch.duration"));
    }

    [Fact]
    public async Task A_subscription_is_open_until_it_ends_and_its_events_are_timed()
    {
        await foreach (var response in ObservedEngine.Make(recorder).StreamAsync("subscription { count(to: 2) }"))
        {
            Assert.Contains("count", response, StringComparison.Ordinal);
            Assert.Equal("1 graphql.schema=test", recorder.Observe("graphql.server.subscriptions")[^1]);
        }

        Assert.Equal("0 graphql.schema=test", recorder.Observe("graphql.server.subscriptions")[^1]);
        Assert.Equal("0 graphql.schema=test", recorder.Of("graphql.server.requests.active")[^1]);
        Assert.Equal(["time graphql.outcome=OK", "time graphql.outcome=OK"], recorder.Of("graphql.server.event.duration"));
        Assert.Equal(["time graphql.operation.type=subscription graphql.outcome=OK graphql.transport=direct"], recorder.Of("graphql.server.request.duration"));
    }
}
