using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.Tests.Execution;

public sealed class LimitTests
{
    private const string Sdl = """
        type Query { hello: String numbers(list: [Int]): [Int] big(size: Int!): String wait: String stubborn: String fails(times: Int!): [Int] people(first: Int, last: Int): People }
        type Mutation { hello: String }
        type People { edges: [Edge!] nodes: [Person!] }
        type Edge { node: Person! }
        type Person { name: String friends(first: Int, last: Int): People }
        """;

    [Theory]
    [Trait("Limit", "ExecutionOptions.MaxInputNodes")]
    [InlineData("[1,2,{}]", null)]
    [InlineData("[1,2,{\"a\":3}]", null)] // itself, the list, two numbers, the object, its number
    [InlineData("[1,2,{\"a\":3},4]", ErrorCodes.LimitInputNodes)]
    [InlineData("[[],[],[],[],[]]", ErrorCodes.LimitInputNodes)]
    public async Task Variables_of_more_values_than_the_limit_are_refused_whether_they_are_asked_for_or_not(string value, string? code) =>
        Assert.Equal(code, await CodeAsync("{ hello }", $$"""{"x":{{value}}}""", options => options.Execution.MaxInputNodes = 6));

    [Fact]
    public async Task With_higher_limits_on_input_the_same_variables_pass()
    {
        Assert.Null(await CodeAsync("{ hello }", """{"x":[1,2,{"a":3},4]}""", options => options.Execution.MaxInputNodes = 7));
        Assert.Null(await CodeAsync("{ hello }", "{}".PadRight(11), options => options.Execution.MaxVariablesBytes = 11));
        Assert.Null(await CodeAsync("{ numbers(list: [1,2,3,4]) }", "", options => options.Execution.MaxInputListSize = 4));
    }

    [Theory]
    [InlineData("bytes", 100, null, "LIMIT_VARIABLES_BYTES")]
    [InlineData("bytes", 101, ErrorCodes.LimitVariablesBytes, "LIMIT_VARIABLES_BYTES")]
    [InlineData("values", 58, null, "LIMIT_INPUT_NODES")] // and the two around them: 60
    [InlineData("values", 59, ErrorCodes.LimitInputNodes, "LIMIT_INPUT_NODES")]
    public async Task An_input_limit_that_only_warns_lets_ten_times_as_much_pass_and_no_more(string limit, int size, string? code, string warned)
    {
        var logger = new RecordingLogger();
        var engine = new Engine(Sdl, _ => Bindings(), options =>
        {
            options.Execution.EnforceInputLimits = false;
            options.Execution.MaxVariablesBytes = limit == "bytes" ? 10 : 1_000;
            options.Execution.MaxInputNodes = limit == "bytes" ? 1_000 : 6;
        }, logger: logger);
        var variables = limit == "bytes" ? "{}".PadRight(size) : $$"""{"x":[{{string.Join(',', Enumerable.Repeat("1", size))}}]}""";
        Assert.Equal(code, Code(JsonNode.Parse(await engine.ExecuteAsync("query Q { hello }", variables))!));
        Assert.Equal(code is null, logger.Entries.Exists(entry => entry.Message.StartsWith($"Operation Q would be refused: {warned}, ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(30, null)]
    [InlineData(31, ErrorCodes.LimitInputList)]
    public async Task A_limit_on_lists_that_only_warns_lets_ten_times_as_much_pass_and_no_more(int size, string? code)
    {
        var logger = new RecordingLogger();
        var engine = new Engine(Sdl, _ => Bindings(), options => (options.Execution.EnforceInputLimits, options.Execution.MaxInputListSize) = (false, 3), logger: logger);
        var answer = await engine.ExecuteAsync("query ($l: [Int]) { numbers(list: $l) }", $$"""{"l":[{{string.Join(',', Enumerable.Repeat("1", size))}}]}""");
        Assert.Equal(code, Code(JsonNode.Parse(answer)!));
        Assert.Contains(logger.Entries, entry => entry.Message.Contains(ErrorCodes.LimitInputList, StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Limit", "ExecutionOptions.MaxVariablesBytes")]
    [InlineData(9, null)]
    [InlineData(10, null)]
    [InlineData(11, ErrorCodes.LimitVariablesBytes)]
    public async Task Variables_longer_than_the_limit_are_refused(int length, string? code) =>
        Assert.Equal(code, await CodeAsync("{ hello }", "{}".PadRight(length), options => options.Execution.MaxVariablesBytes = 10));

    [Theory]
    [Trait("Limit", "ExecutionOptions.MaxInputListSize")]
    [InlineData("[1,2]", null)]
    [InlineData("[1,2,3]", null)]
    [InlineData("[1,2,3,4]", ErrorCodes.LimitInputList)]
    public async Task Input_lists_longer_than_the_limit_are_refused_in_literals_and_in_variables(string list, string? code)
    {
        Assert.Equal(code, await CodeAsync($"{{ numbers(list: {list}) }}", "", options => options.Execution.MaxInputListSize = 3));
        Assert.Equal(code, await CodeAsync(
            "query ($l: [Int]) { numbers(list: $l) }", $$"""{"l":{{list}}}""", options => options.Execution.MaxInputListSize = 3));
    }

    [Theory]
    [Trait("Limit", "ExecutionOptions.MaxResponseBytes")]
    [InlineData(999, 1_000, null)]
    [InlineData(1_000, 1_000, null)]
    [InlineData(1_001, 1_000, ErrorCodes.LimitResponseBytes)]
    [InlineData(1_001, 1_001, null)]
    public async Task A_response_has_so_many_bytes_and_no_more(int length, int most, string? code)
    {
        var around = """{"data":{"big":""}}""".Length;
        Assert.Equal(code, await CodeAsync($"{{ big(size: {length - around}) }}", "", options => options.Execution.MaxResponseBytes = most));
    }

    [Theory] // The errors beside the data are a part of it.
    [InlineData(0, null)]
    [InlineData(1, ErrorCodes.LimitResponseBytes)]
    public async Task Errors_are_bytes_of_the_response_too(int beyond, string? code)
    {
        var length = (await Make(_ => { }).ExecuteAsync("{ fails(times: 2) }")).Length;
        var answer = await ExecuteAsync("{ fails(times: 2) }", "", options => options.Execution.MaxResponseBytes = length - beyond);
        Assert.Equal(code is null, answer.AsObject().ContainsKey("data"));
        Assert.Equal(code ?? ErrorCodes.ResultCoercionFailed, Code(answer));
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(200_000, ErrorCodes.LimitResponseBytes)]
    public async Task A_response_longer_than_the_limit_is_not_sent(int size, string? code)
    {
        var response = await ExecuteAsync($"{{ big(size: {size}) hello }}", "", options => options.Execution.MaxResponseBytes = 100_000);
        Assert.Equal(code, Code(response));
        Assert.Equal(code is null, response.AsObject().ContainsKey("data"));
    }

    [Theory]
    [InlineData("{ people(first: 10) { nodes { friends(first: 9) { nodes { name } } } } }", 10, 9, true)]
    [InlineData("query ($a: Int, $b: Int) { people(first: $a) { nodes { friends(first: $b) { nodes { name } } } } }", 10, 9, true)]
    [InlineData("{ people(first: 10) { nodes { friends(first: 10) { nodes { name } } } } }", 10, 10, false)]
    [InlineData("query ($a: Int, $b: Int) { people(first: $a) { nodes { friends(last: $b) { nodes { name } } } } }", 10, 10, false)]
    [InlineData("{ people { edges { node { friends { edges { node { name } } } } } } }", 0, 0, false)] // 20 a page where none is asked for
    public async Task Page_sizes_that_multiply_beyond_the_limit_are_refused_literal_or_variable(string document, int a, int b, bool fits)
    {
        var code = await CodeAsync(document, $$"""{"a":{{a}},"b":{{b}}}""", options => options.Cost.MaxTypeCost = 116);
        Assert.Equal(fits ? null : ErrorCodes.CostLimitExceeded, code);
    }

    [Fact] // Ten types that each lead to all ten: a plan of every way would have 10^12 parts.
    public async Task Interfaces_inside_interfaces_are_refused_before_their_plans_multiply()
    {
        var types = Enumerable.Range(0, 10).Select(i => $"T{i}").ToList();
        var sdl = "type Query { being: Being } interface Being { being: Being } "
            + string.Join(' ', types.Select(type => $"type {type} implements Being {{ being: Being }}"));
        var engine = new Engine(sdl, _ =>
        {
            var bindings = new SchemaBindings().Read<RootValue, object>("Query.being", _ => null)
                .Object<byte>("T0").Object<short>("T1").Object<int>("T2").Object<long>("T3").Object<float>("T4")
                .Object<double>("T5").Object<decimal>("T6").Object<char>("T7").Object<bool>("T8").Object<string>("T9");
            return types.Aggregate(bindings, (all, type) => all.Read<object, object>($"{type}.being", _ => null));
        });
        string Nested(int depth) => string.Concat(Enumerable.Repeat("{ being ", depth)) + "{ __typename }" + string.Concat(Enumerable.Repeat(" }", depth));
        Assert.Equal(ErrorCodes.CostLimitExceeded, Code(JsonNode.Parse(await engine.ExecuteAsync(Nested(13)))!));
        Assert.Equal("""{"data":{"being":null}}""", await engine.ExecuteAsync(Nested(3)));
    }

    [Theory]
    [Trait("Limit", "ExecutionOptions.MaxErrors")]
    [InlineData(2, 3, 2, false)]
    [InlineData(3, 3, 3, false)]
    [InlineData(4, 3, 4, true)] // the last one says that one is left out
    [InlineData(4, 4, 4, false)]
    public async Task So_many_errors_are_told_beside_data(int times, int most, int told, bool isCutShort)
    {
        var errors = (await ExecuteAsync($"{{ fails(times: {times}) }}", "", options => options.Execution.MaxErrors = most))["errors"]!.AsArray();
        Assert.Equal(told, errors.Count);
        Assert.Equal(isCutShort, errors[^1]!["extensions"]!["code"]!.GetValue<string>() == ErrorCodes.LimitErrors);
    }

    [Theory] // Two errors are one byte too long, or just fit; and one alone is told whole whatever its length.
    [Trait("Limit", "ValidationLimits.MaxErrorBytes")]
    [InlineData(-1, 2)]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    [InlineData(1_000, 1)]
    public async Task A_refusal_tells_so_many_bytes_of_errors_and_no_more(int beyond, int told)
    {
        const string Document = "{ unknown1 unknown2 }";
        var length = (await Make(_ => { }).ExecuteAsync(Document)).Length - """{"errors":}""".Length;
        var answer = await ExecuteAsync(Document, "", options => options.Validation.Limits.MaxErrorBytes = Math.Max(length - beyond, 1));
        Assert.Equal(told, answer["errors"]!.AsArray().Count);
        Assert.Equal("type `Query` has no field `unknown1`", answer["errors"]![0]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Errors_beyond_the_limit_are_counted_in_one_last_error()
    {
        var response = await ExecuteAsync("{ fails(times: 5) }", "", options => options.Execution.MaxErrors = 3);
        var errors = response["errors"]!.AsArray();
        Assert.Equal(4, errors.Count);
        Assert.Equal("2 further errors are left out", errors[3]!["message"]!.GetValue<string>());
        Assert.Equal(ErrorCodes.LimitErrors, errors[3]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{ wait }")] // stops when told to
    [InlineData("{ stubborn }")] // does not
    public async Task An_operation_that_takes_too_long_is_ended(string document)
    {
        var response = await ExecuteAsync(document, "", options =>
        {
            options.Execution.ExecutionTimeout = TimeSpan.FromMilliseconds(30);
            options.Execution.CancellationGrace = TimeSpan.FromMilliseconds(10);
        });
        Assert.Equal(ErrorCodes.ExecutionTimeout, Code(response));
        Assert.False(response.AsObject().ContainsKey("data"));
    }

    [Fact]
    public async Task When_the_client_leaves_there_is_no_answer()
    {
        using var client = new CancellationTokenSource(TimeSpan.FromMilliseconds(30));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Make(_ => { }).ExecuteAsync("{ wait }", cancellationToken: client.Token));
    }

    [Theory] // As many others as that wait while one more asks.
    [Trait("Limit", "ExecutionOptions.MaxConcurrentExecutions")]
    [InlineData(0, 2, null)]
    [InlineData(1, 2, null)]
    [InlineData(2, 2, ErrorCodes.LimitConcurrentExecutions)]
    [InlineData(2, 3, null)]
    public async Task So_many_requests_execute_at_once(int others, int most, string? code)
    {
        using var client = new CancellationTokenSource();
        var engine = Make(options => options.Execution.MaxConcurrentExecutions = most);
        var waiting = Enumerable.Range(0, others).Select(_ => engine.ExecuteAsync("{ wait }", cancellationToken: client.Token)).ToList();
        Assert.Equal(code, Code(JsonNode.Parse(await engine.ExecuteAsync("{ hello }"))!));
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting.Append(Task.FromCanceled(client.Token))));
    }

    [Fact]
    public async Task Requests_beyond_what_may_execute_at_once_are_refused_and_their_place_is_free_again_afterwards()
    {
        using var client = new CancellationTokenSource();
        var engine = Make(options => options.Execution.MaxConcurrentExecutions = 1);
        var first = engine.ExecuteAsync("{ wait }", cancellationToken: client.Token);
        Assert.Equal(ErrorCodes.LimitConcurrentExecutions, Code(JsonNode.Parse(await engine.ExecuteAsync("{ hello }"))!));
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("""{"data":{"hello":"world"}}""", await engine.ExecuteAsync("{ hello }"));
    }

    [Theory]
    [InlineData("{", ErrorCodes.GraphQLParseFailed)]
    [InlineData("", ErrorCodes.GraphQLParseFailed)]
    [InlineData("{ nothing }", ErrorCodes.GraphQLValidationFailed)]
    [InlineData("query A { hello } query B { hello }", ErrorCodes.OperationNotFound)]
    [InlineData("subscription { hello }", ErrorCodes.GraphQLValidationFailed)]
    public async Task A_document_that_can_not_be_executed_is_a_request_error(string document, string code)
    {
        var response = await ExecuteAsync(document, "", _ => { });
        Assert.Equal(code, Code(response));
        Assert.False(response.AsObject().ContainsKey("data"));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":{\"b\":1,\"b\":2}}")]
    [InlineData("{\"a\":1} {}")]
    [InlineData("\u0000")]
    [InlineData("{\"\\ud800\":1}")] // a key that is half a character
    [InlineData("{\"a\":{\"\\udc00\":1}}")]
    public async Task Variables_that_are_no_JSON_object_with_distinct_keys_are_refused(string variables) =>
        Assert.Equal(ErrorCodes.VariablesMalformed, await CodeAsync("{ hello }", variables, _ => { }));

    [Fact]
    public async Task Variables_nested_too_deep_are_refused()
    {
        var deep = $$"""{"a":{{new string('[', 5_000)}}{{new string(']', 5_000)}}}""";
        Assert.Equal(ErrorCodes.VariablesMalformed, await CodeAsync("{ hello }", deep, _ => { }));
    }

    [Theory]
    [InlineData("\"\\ud800\"")] // half a surrogate pair
    [InlineData("1e400")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("-0.5")]
    [InlineData("{}")]
    public async Task A_hostile_value_is_refused_by_its_type(string value) =>
        Assert.NotNull(await CodeAsync("query ($t: Int!) { big(size: $t) }", $$"""{"t":{{value}}}""", _ => { }));

    [Fact]
    public async Task A_mutation_is_not_executed_where_only_queries_may()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var request = new GraphQLRequest { Document = Encoding.UTF8.GetBytes("mutation { hello }"), IsQueryOnly = true };
        using var result = await Make(_ => { }).Executor.ExecuteAsync(request, services, CancellationToken.None);
        Assert.Equal(ErrorCodes.OperationNotAllowed, result.RequestErrorCode);
    }

    private static async Task<string?> CodeAsync(string document, string variables, Action<GraphQLServerOptions> configure) =>
        Code(await ExecuteAsync(document, variables, configure));

    private static string? Code(JsonNode response) => response["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>();

    private static async Task<JsonNode> ExecuteAsync(string document, string variables, Action<GraphQLServerOptions> configure) =>
        JsonNode.Parse(await Make(configure).ExecuteAsync(document, variables))!;

    private static Engine Make(Action<GraphQLServerOptions> configure) => new(Sdl, _ => Bindings(), configure);

    private static SchemaBindings Bindings() => new SchemaBindings()
        .Leaf<RootValue, string>("Query.hello", _ => "world")
        .Leaf<RootValue, string>("Mutation.hello", _ => "world")
        .Resolve<RootValue, int[]?>("Query.numbers", (_, _, arguments, _) => ValueTask.FromResult(arguments.GetList<int>(0)))
        .Resolve<RootValue, string>("Query.big", (_, _, arguments, _) => ValueTask.FromResult(new string('x', arguments.Get<int>(0))))
        .Resolve<RootValue, string>("Query.wait", async (_, _, _, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "never";
        })
        .Resolve<RootValue, string>("Query.stubborn", async (_, _, _, _) =>
        {
            await Task.Delay(3_000, CancellationToken.None);
            return "late";
        })
        .Resolve<RootValue, object?[]>(
            "Query.fails", (_, _, arguments, _) => ValueTask.FromResult(Enumerable.Repeat((object?)"no number", arguments.Get<int>(0)).ToArray()))
        .Read<RootValue, object>("Query.people", _ => null)
        .Read<object, object>("People.edges", _ => null)
        .Read<object, object>("People.nodes", _ => null)
        .Read<object, object>("Edge.node", _ => null)
        .Leaf<object, string>("Person.name", _ => "x")
        .Read<object, object>("Person.friends", _ => null);
}
