using System.Text.Json.Nodes;
using Plr.GraphQL.Execution.Costs;

namespace Plr.GraphQL.Tests.Execution.Costs;

// The weights are in CostSchema: Person 2, Tag 0.5, other objects 1; fields that give objects 1.
public sealed class StaticCostTests
{
    [Theory]
    [InlineData("{ __typename }", "0", "1")]
    [InlineData("{ me { name } }", "1", "3")]
    [InlineData("{ me { score tag } }", "1.125", "3.5")]
    [InlineData("{ tags }", "0", "3")] // 4 tags of a half, and the root
    [InlineData("{ grid { name } }", "1", "19")] // 3 lists of 3
    [InlineData("{ people(first: 5) { count edges { cursor node { name } } nodes { name } } }", "8", "27")]
    [InlineData("{ people { nodes { name } } }", "2", "42")] // 20 where none is asked for
    [InlineData("{ people(first: 2, last: 7) { nodes { name } } }", "2", "16")] // the larger
    [InlineData("{ node { id } }", "1", "3")] // the dearest type: Person
    [InlineData("{ node { ... on Book { title author { name } } } }", "2", "4")]
    [InlineData("{ node { ...F ...F } } fragment F on Person { books { id } }", "2", "6")] // a fragment spread twice is executed once
    [InlineData("{ search { ... on Person { friends(first: 1) { count } } } }", "8", "10")] // 3 by the argument's default
    [InlineData("{ search(limit: 0) { __typename } }", "5", "1")]
    [InlineData("{ filtered(filter: { max: 4 }) { name } }", "4.5", "9")] // 1 + 2 for the argument + 1.5 for its field
    [InlineData("{ filtered(filter: { approximate: true }) { name } }", "0", "5")] // never below 0
    [InlineData("{ filtered(filter: { max: 1, inner: { max: 2, inner: { max: 3 } } }) { name } }", "7.5", "3")]
    [InlineData("{ filtered { name } }", "1", "5")]
    [InlineData("{ byIds(ids: [\"1\", \"2\", \"3\"]) { id } }", "1", "7")] // a list by its length
    [InlineData("{ given { id } }", "1", "10")]
    [InlineData("{ given(filter: { ids: [\"1\", \"2\"] }) { id } }", "1", "3")]
    [InlineData("{ given(filter: { ids: null }) { id } }", "1", "10")]
    [InlineData("{ forest { trees { ... on Oak { twigs { name } } } } }", "6", "12")] // 4 trees with 6 twigs together
    [InlineData("{ forest { trees { ... on Oak { twigs { name } below { ... on Oak { twigs { name } } } } } } }", "15", "23")] // so at each level
    [InlineData("{ forest { trees { ... on Oak { twigs { name } } ... on Elm { twigs { name } } } } }", "6", "18")] // some trees may be oaks, others elms
    [InlineData("{ tree { ... on Oak { twigs { name } below { ... on Oak { twigs { name } } } } } }", "8", "43")] // no forest holds them together
    [InlineData("{ forest { trees { ... on Oak { twigs { forest { trees { ... on Oak { twigs { name } } } } } } } } }", "42", "78")] // each its own
    [InlineData("{ me @skip(if: true) { name } people(first: 1) @include(if: true) { count } }", "1", "2")]
    [InlineData("{ a: me { name } b: me { name } }", "2", "5")]
    [InlineData("mutation { rename(name: \"x\") { name } }", "10", "3")]
    [InlineData("{ __schema { types { name fields { name type { name ofType { name } } } } } __type(name: \"Book\") { name } }", "0", "1")]
    public async Task An_operation_costs_what_its_parts_do(string document, string fieldCost, string typeCost)
    {
        var cost = (await RunAsync(document, CostReporting.Validate))["extensions"]!["cost"]!;
        Assert.Equal((fieldCost, typeCost), (cost["fieldCost"]!["requested"]!.ToJsonString(), cost["typeCost"]!["requested"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("{\"s\":true}", "3")]
    [InlineData("{\"s\":false}", "1")]
    public async Task Conditions_count_as_their_variables_say(string variables, string typeCost)
    {
        var response = await RunAsync("query ($s: Boolean!) { me @include(if: $s) { name } }", CostReporting.Validate, variables);
        Assert.Equal(typeCost, response["extensions"]!["cost"]!["typeCost"]!["requested"]!.ToJsonString());
    }

    [Theory]
    [Trait("Limit", "CostOptions.MaxTypeCost")]
    [InlineData(11, null)]
    [InlineData(12, null)]
    [InlineData(13, ErrorCodes.CostLimitExceeded)]
    public async Task A_type_cost_past_the_limit_is_refused_as_literal_and_as_variable(int size, string? code)
    {
        Assert.Equal(code, Code(await RunAsync($"{{ people(first: {size}) {{ nodes {{ name }} }} }}", limit: options => options.MaxTypeCost = 26)));
        Assert.Equal(code, Code(await RunAsync(
            "query ($n: Int) { people(first: $n) { nodes { name } } }", variables: $$"""{"n":{{size}}}""", limit: options => options.MaxTypeCost = 26)));
    }

    [Theory]
    [Trait("Limit", "CostOptions.MaxFieldCost")]
    [InlineData(9, ErrorCodes.CostLimitExceeded)]
    [InlineData(10, null)]
    [InlineData(11, null)]
    public async Task A_field_cost_past_the_limit_is_refused(int limit, string? code) =>
        Assert.Equal(code, Code(await RunAsync("mutation { rename { id } }", limit: options => options.MaxFieldCost = limit)));

    [Theory] // An interface of two types inside itself: 1 + 2 + 4 + 8 + 16 fields.
    [Trait("Limit", "CostOptions.MaxReckonedFields")]
    [InlineData(32, null)]
    [InlineData(31, null)]
    [InlineData(30, ErrorCodes.CostLimitExceeded)]
    public async Task An_operation_that_interfaces_multiply_past_the_limit_is_refused(int limit, string? code) =>
        Assert.Equal(code, Code(await RunAsync(Nested(4), limit: options => options.MaxReckonedFields = limit)));

    [Theory] // The attack: 300 bytes that make so many plans; ten times the limit where it only warns.
    [InlineData(14, 5_000, true, ErrorCodes.CostLimitExceeded)]
    [InlineData(14, 65_535, true, null)]
    [InlineData(4, 4, false, null)]
    [InlineData(4, 3, false, ErrorCodes.CostLimitExceeded)]
    public async Task Interfaces_inside_interfaces_are_not_planned_without_end(int levels, int limit, bool isEnforced, string? code) =>
        Assert.Equal(code, Code(await RunAsync(Nested(levels), limit: options => (options.MaxReckonedFields, options.EnforceLimits) = (limit, isEnforced))));

    private static string Nested(int levels) =>
        $"{{ node {{ {string.Concat(Enumerable.Repeat("children(first: 1) { ", levels - 1))}id{new string('}', levels - 1)} }} }}";

    [Fact] // The attack: 15 levels of 20, or one page of everything.
    public async Task Pages_inside_pages_are_refused_and_with_the_guard_off_are_only_told()
    {
        const string Document = "query ($n: Int) { people(first: $n) { nodes { friends { nodes { friends { nodes { id } } } } } } }";
        var refused = await RunAsync(Document, variables: """{"n":99999999}""");
        Assert.Equal(ErrorCodes.CostLimitExceeded, Code(refused));
        Assert.False(refused.AsObject().ContainsKey("data"));
        var told = await RunAsync("{ people(first: 3) { nodes { name } } }", limit: options =>
        {
            options.MaxTypeCost = 1;
            options.EnforceLimits = false;
        });
        Assert.True(told.AsObject().ContainsKey("data"));
    }

    [Fact]
    public async Task What_costs_more_than_ten_times_a_limit_is_refused_even_where_it_only_warns()
    {
        var told = await RunAsync("{ people(first: 30) { nodes { name } } }", limit: options =>
        {
            options.MaxTypeCost = 1;
            options.EnforceLimits = false;
        });
        Assert.Equal(ErrorCodes.CostLimitExceeded, Code(told));
    }

    [Theory] // One costs ten fields and three objects, two cost twice as much.
    [InlineData(1, 1, null)]
    [InlineData(2, 1, ErrorCodes.CostLimitExceeded)]
    [InlineData(2, 2, null)]
    public async Task Exactly_ten_times_a_limit_that_only_warns_passes(int renames, int most, string? code)
    {
        var document = string.Concat(Enumerable.Range(0, renames).Select(i => $" r{i}: rename {{ id }}"));
        Assert.Equal(code, Code(await RunAsync($"mutation {{ {document} }}", limit: options => (options.MaxFieldCost, options.EnforceLimits) = (most, false))));
    }

    [Fact]
    public async Task What_would_be_refused_is_logged_where_limits_only_warn()
    {
        var logger = new RecordingLogger();
        var engine = new Engine(CostSchema.Sdl, schema => CostSchema.Bind(schema, Dice()), options =>
        {
            options.Cost.MaxTypeCost = 1;
            options.Cost.EnforceLimits = false;
        }, logger: logger);
        await engine.ExecuteAsync("query Dear { me { name } }");
        Assert.Contains(logger.Entries, entry => entry.Message.Contains("Operation Dear would be refused: COST_LIMIT_EXCEEDED", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ search(limit: null) { __typename } }", "")]
    [InlineData("query ($l: Int) { search(limit: $l) { __typename } }", "{\"l\":null}")]
    public async Task A_list_without_the_slicing_argument_it_requires_is_refused(string document, string variables)
    {
        var response = await RunAsync(document, variables: variables);
        Assert.Equal(ErrorCodes.SlicingArgumentRequired, Code(response));
        Assert.Equal("`Query.search` must be given exactly one of `limit`", response["errors"]![0]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task Two_slicing_arguments_are_refused_where_exactly_one_is_required()
    {
        var engine = new Engine(
            """type Query { numbers(first: Int, last: Int): [Int] @listSize(slicingArguments: ["first", "last"]) }""",
            _ => new Plr.GraphQL.Binding.SchemaBindings().Resolve<Plr.GraphQL.Binding.RootValue, object?>("Query.numbers", (_, _, _, _) => new((object?)null)));
        Assert.Equal(ErrorCodes.SlicingArgumentRequired, Code(JsonNode.Parse(await engine.ExecuteAsync("{ numbers(first: 1, last: 1) }"))!));
        Assert.Equal(ErrorCodes.SlicingArgumentRequired, Code(JsonNode.Parse(await engine.ExecuteAsync("{ numbers }"))!));
        Assert.Equal("""{"data":{"numbers":null}}""", await engine.ExecuteAsync("{ numbers(first: 1, last: null) }"));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, null)]
    [InlineData(1, ErrorCodes.LimitListSize)]
    public async Task A_list_longer_than_the_schema_promises_is_an_error_in_its_place(int beyond, string? code)
    {
        var response = JsonNode.Parse(await CostSchema.Make(() => new Highest(), beyond).ExecuteAsync("{ search(limit: 1) { ... on Book { tags } } me { books { id } } }"))!;
        Assert.Equal(code, Code(response));
        if (code is not null)
        {
            var error = Assert.Single(response["errors"]!.AsArray())!;
            Assert.Equal("`Person.books` has more than 3 items, and the schema promises no more", error["message"]!.GetValue<string>());
            Assert.Equal("""["me","books"]""", error["path"]!.ToJsonString());
        }
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task So_is_one_that_is_streamed(int items, bool isTooLong)
    {
        var engine = new Engine(
            """
            directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
            type Query { books: [Book] @listSize(assumedSize: 3) }
            type Book { id: ID }
            """,
            _ => new Plr.GraphQL.Binding.SchemaBindings().Object<CostSchema.Book>("Book")
                .Resolve<CostSchema.Book, object?>("Book.id", (_, _, _, _) => new("1"))
                .Resolve<Plr.GraphQL.Binding.RootValue, object?>("Query.books", (_, _, _, _) => new(Enumerable.Range(0, items).Select(_ => new CostSchema.Book()).ToList())));
        var parts = new List<string>();
        await foreach (var part in engine.StreamAsync("{ books @stream(initialCount: 1) { id } }"))
        {
            parts.Add(part);
        }

        Assert.Equal(isTooLong, parts[0].Contains(ErrorCodes.LimitListSize, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_only_validated_is_not_executed()
    {
        var response = await RunAsync("mutation { rename { id } }", CostReporting.Validate);
        Assert.Equal("""{"extensions":{"cost":{"requested":13,"fieldCost":{"requested":10},"typeCost":{"requested":3}}}}""", response.ToJsonString());
    }

    [Fact]
    public async Task A_refused_operation_tells_its_cost_to_who_asks() =>
        Assert.Equal("3", (await RunAsync("{ me { id } }", CostReporting.Report, limit: options => options.MaxTypeCost = 2))["extensions"]!["cost"]!["typeCost"]!["requested"]!.ToJsonString());

    private sealed class Highest : Random
    {
        public override int Next(int maxValue) => maxValue - 1;
    }

    private static Func<Random> Dice()
    {
        var dice = new Random(1);
        return () => dice;
    }

    private static string? Code(JsonNode response) => response["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>() is var code && code is "ON_PURPOSE" or "NON_NULL_VIOLATED" ? null : code;

    private static async Task<JsonNode> RunAsync(
        string document, CostReporting reporting = CostReporting.None, string variables = "", Action<CostOptions>? limit = null)
    {
        var engine = new Engine(CostSchema.Sdl, schema => CostSchema.Bind(schema, Dice()), options => limit?.Invoke(options.Cost));
        return JsonNode.Parse(await engine.ExecuteAsync(document, variables, cost: reporting))!;
    }
}
