using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Tests.Execution;

// What the incremental cases can not ask: guards, limits, batches, time, and who has the last word.
public sealed class IncrementalTests
{
    private const string Directives = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        """;

    private const string Sdl = Directives + """

        directive @guarded on FIELD_DEFINITION
        type Query { boxes(count: Int! = 3): [Box!]! }
        type Mutation { box: Box }
        type Subscription { box: Box }
        type Box { number: Int! secret: String @guarded slow: String double: Int boxes: [Box!]! }
        """;

    private readonly List<int> batches = [];
    private readonly List<int> completions = [];
    private Func<ValueTask> complete = () => ValueTask.CompletedTask;
    private int responses;

    [Fact] // However many objects wait for it: the fields of one fragment are resolved for all of them at once.
    public async Task A_deferred_field_is_one_batch_for_a_whole_list()
    {
        Assert.Equal(2, (await ReadAsync(Make(), "{ boxes { number ... @defer { double } } }")).Count);
        Assert.Equal([3], batches);
    }

    [Fact]
    public async Task Streamed_items_are_completed_together_and_come_in_pieces()
    {
        var read = await ReadAsync(Make(options => options.Execution.MaxStreamedItems = 2), "{ boxes(count: 5) @stream(initialCount: 1) { double } }");
        Assert.Equal(3, read.Count);
        Assert.Equal([1, 2, 2], batches);
    }

    [Theory] // Past it nothing is refused: the rest comes in the next response.
    [Trait("Limit", "ExecutionOptions.MaxStreamedItems")]
    [InlineData(2, 3, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(4, 3, 2)]
    [InlineData(4, 4, 1)]
    public async Task So_many_items_come_in_one_response(int items, int most, int later)
    {
        var engine = Make(options => options.Execution.MaxStreamedItems = most);
        Assert.Equal(1 + later, (await ReadAsync(engine, $"{{ boxes(count: {items}) @stream {{ double }} }}")).Count);
    }

    [Theory]
    [InlineData("{ boxes { number ... @defer { secret } } }")]
    [InlineData("{ boxes @stream { secret } }")]
    [InlineData("{ ... @defer { boxes { secret } } }")]
    public async Task What_is_withheld_is_withheld_later_too_and_told_once(string document)
    {
        var read = string.Concat(await ReadAsync(Make(), document));
        Assert.DoesNotContain("hidden", read, StringComparison.Ordinal);
        Assert.Equal(2, read.Split("WITHHELD").Length);
    }

    [Fact]
    public async Task Whoever_has_the_last_word_has_it_before_each_response()
    {
        await ReadAsync(Make(), "{ boxes { number ... @defer { double } } }");
        Assert.Equal([0, 1], completions);
    }

    [Fact] // The disclosure log is away: nothing more is disclosed.
    public async Task What_may_not_be_released_is_completed_with_the_reason()
    {
        complete = () => responses == 0 ? ValueTask.CompletedTask : throw new GraphQLException("LOG_AWAY", "try again later");
        var read = await ReadAsync(Make(), "{ boxes { number ... @defer { double } } }");
        Assert.Equal(2, read.Count);
        Assert.StartsWith("{\"completed\":[{\"id\":\"0\",\"errors\":[", read[1], StringComparison.Ordinal);
        Assert.Contains("LOG_AWAY", read[1], StringComparison.Ordinal);
        Assert.EndsWith("\"hasNext\":false}", read[1], StringComparison.Ordinal);
        Assert.DoesNotContain("double", read[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_is_for_all_responses_together()
    {
        var read = await ReadAsync(
            Make(options => options.Execution.ExecutionTimeout = TimeSpan.FromMilliseconds(200)), "{ boxes(count: 1) { number ... @defer { slow } } }");
        Assert.Equal(2, read.Count);
        Assert.Contains("EXECUTION_TIMEOUT", read[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_the_length()
    {
        const string Document = "{ boxes(count: 200) { number ... @defer { number2: number double } } }";
        var length = (await ReadAsync(Make(), Document))[0].Length;
        var read = await ReadAsync(Make(options => options.Execution.MaxResponseBytes = length + 1_000), Document);
        Assert.Contains("LIMIT_RESPONSE_BYTES", read[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Only_so_many_parts_are_followed(int parts)
    {
        var engine = Make(options => options.Validation = new() { Limits = new ValidationLimits { MaxIncrementalParts = 3 } });
        var document = "{ boxes @stream { number " + string.Concat(Enumerable.Range(1, parts - 1).Select(i => $"... @defer {{ n{i}: number }} ")) + "} }";
        var read = await ReadAsync(engine, document);
        Assert.Equal(parts > 3, read[0].Contains("LIMIT_INCREMENTAL_PARTS", StringComparison.Ordinal));
        Assert.Equal(parts > 3, read.Count == 1);
    }

    [Theory] // Fragments that spread fragments multiply: they are counted where they are spread.
    [InlineData(8, false)]
    [InlineData(10, true)]
    public async Task Parts_in_fragments_count_where_they_are_spread(int limit, bool isAllowed)
    {
        var engine = Make(options => options.Validation = new() { Limits = new ValidationLimits { MaxIncrementalParts = limit } });
        var read = await ReadAsync(
            engine, "{ boxes { ...A @defer ...A @defer } } fragment A on Box { ...B @defer ...B @defer } fragment B on Box { ... @defer { double } }");
        Assert.Equal(isAllowed, !read[0].Contains("LIMIT_INCREMENTAL_PARTS", StringComparison.Ordinal));
    }

    [Theory] // A fragment and a group for each of three boxes: six.
    [Trait("Limit", "ExecutionOptions.MaxPendingResults")]
    [InlineData(7, false)]
    [InlineData(6, false)]
    [InlineData(5, true)]
    public async Task Only_so_many_objects_wait(int most, bool isRefused)
    {
        var read = await ReadAsync(
            Make(options => options.Execution.MaxPendingResults = most), "{ boxes(count: 3) { number ... @defer { double } } }");
        Assert.Equal(isRefused, read[0].Contains("LIMIT_PENDING_RESULTS", StringComparison.Ordinal));
    }

    [Fact] // A client that takes one answer is given all of it.
    public async Task Where_one_answer_is_given_nothing_is_deferred() =>
        Assert.Equal(
            """{"data":{"boxes":[{"number":0,"double":0}]}}""",
            await Make().ExecuteAsync("{ boxes(count: 1) @stream { number ... @defer { double } } }"));

    [Fact]
    public async Task A_schema_that_does_not_opt_in_knows_neither_directive()
    {
        var engine = new Engine("type Query { text: String }", _ => new SchemaBindings().Leaf<RootValue, string>("Query.text", _ => "a"));
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", Assert.Single(await ReadAsync(engine, "{ ... @defer { text } }")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directive_of_another_shape_is_refused_when_the_schema_is_bound()
    {
        var schema = Schema.Build("directive @defer(label: String) on INLINE_FRAGMENT type Query { text: String }");
        var bindings = new SchemaBindings().Leaf<RootValue, string>("Query.text", _ => "a");
        var problems = Assert.Throws<SchemaBindingException>(
            () => BoundSchema.Bind(schema, bindings, new Dictionary<string, FieldGuard>())).Problems;
        Assert.Contains("`@defer`", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_below_0_is_an_error_of_the_field()
    {
        var read = await ReadAsync(Make(), "{ boxes @stream(initialCount: -1) { number } }");
        Assert.Contains("INPUT_COERCION_FAILED", Assert.Single(read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mutation { ... @defer { box { number } } }", "root of a mutation")]
    [InlineData("mutation { ...M } fragment M on Mutation { ... @defer(if: false) { box { number } } }", "root of a mutation")]
    [InlineData("mutation { box { ... @defer { number } } }", null)]
    [InlineData("subscription { box { ... @defer { number } } }", "subscription must not have `@defer`")]
    [InlineData("subscription { box { boxes @stream { number } } }", "subscription must not have `@stream`")]
    [InlineData("subscription { box { ... @defer(if: false) { number } } }", null)]
    [InlineData("subscription($v: Boolean! = true) { box { ... @defer(if: $v) { number } } }", null)]
    [InlineData("{ boxes { ... @defer(label: \"a\") { number } ... @defer(label: \"a\") { double } } }", "`label` must stand once")]
    [InlineData("query($l: String) { boxes { ... @defer(label: $l) { number } } }", "`label` must be written")]
    [InlineData("{ boxes { number @stream } }", "no list")]
    [InlineData("{ boxes @stream { number } boxes @stream { double } }", "are streamed")]
    [InlineData("{ boxes @stream { number } boxes { double } }", "are streamed")]
    public void The_rules_of_the_draft_are_kept(string document, string? problem)
    {
        var errors = DocumentValidator.Validate(Schema.Build(Sdl), Parser.Parse(document, new()).Require());
        if (problem is null)
        {
            Assert.Empty(errors);
            return;
        }

        Assert.Contains(errors, error => error.Message.Contains(problem, StringComparison.Ordinal));
    }

    private async Task<List<string>> ReadAsync(Engine engine, string document)
    {
        var read = new List<string>();
        await foreach (var response in engine.StreamAsync(document))
        {
            read.Add(response);
            responses++;
        }

        return read;
    }

    private Engine Make(Action<GraphQLServerOptions>? configure = null) => new(
        Sdl,
        _ => Bindings(),
        options =>
        {
            options.AddGuard("guarded", new Guard());
            options.Execution.CancellationGrace = TimeSpan.FromMilliseconds(100);
            configure?.Invoke(options);
        },
        services => services.AddScoped<IRequestCompletion>(_ => new Completion(this)));

    private SchemaBindings Bindings() => new SchemaBindings()
        .Resolve<RootValue, IEnumerable<Box>>("Query.boxes", (_, _, arguments, _) =>
            ValueTask.FromResult(Enumerable.Range(0, arguments.Get<int>(0)).Select(i => new Box(i))))
        .Read<RootValue, Box>("Mutation.box", _ => new Box(1))
        .Subscribe<Box>("Subscription.box", (_, _, _) => throw new InvalidOperationException("never asked"))
        .Leaf<Box, int>("Box.number", box => box.Number)
        .Leaf<Box, string>("Box.secret", _ => "hidden")
        .Resolve<Box, string?>("Box.slow", async (_, _, _, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(30), cancellationToken);
            return "done";
        })
        .ResolveBatch<Box, int>("Box.double", (_, parents, _, _) =>
        {
            batches.Add(parents.Count);
            return ValueTask.FromResult<IReadOnlyList<int>>([.. parents.Select(box => box.Number * 2)]);
        })
        .Read<Box, Box[]>("Box.boxes", _ => []);

    private sealed record Box(int Number);

    private sealed class Guard : FieldGuard
    {
        public override ValueTask DecideAsync(GuardContext context)
        {
            context.WithholdAll(new GraphQLError("not yours", "WITHHELD"));
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Completion(IncrementalTests tests) : IRequestCompletion
    {
        public ValueTask CompleteAsync(string? operationName, CancellationToken cancellationToken)
        {
            tests.completions.Add(tests.responses);
            return tests.complete();
        }
    }
}
