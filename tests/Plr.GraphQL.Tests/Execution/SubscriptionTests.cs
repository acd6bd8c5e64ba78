using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.Tests.Execution;

// GraphQL September 2025, 6.2.3 Subscription.
public sealed class SubscriptionTests
{
    private const string Sdl = """
        directive @guarded on FIELD_DEFINITION
        type Query { number: Int }
        type Subscription {
          count(to: Int!): Int!
          letters: Letter
          fails: Int
          refuses: Int
          guarded: Letter @guarded
          endless: Int
          deaf: Int
        }
        type Letter { text: String! seenBy: Int reader: String }
        """;

    private readonly Channel<string?> letters = Channel.CreateUnbounded<string?>();
    private readonly RecordingLogger logger = new();
    private readonly TaskCompletionSource<int> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<int> scopesSeen = [];
    private Func<int, bool> isAllowed = _ => true;
    private int decisions;
    private int completions;

    [Fact]
    public async Task Each_event_is_a_response_and_the_end_of_the_source_is_the_end_of_the_stream() =>
        Assert.Equal(
            ["""{"data":{"n":1}}""", """{"data":{"n":2}}""", """{"data":{"n":3}}"""],
            await ReadAsync(Make(), "subscription { n: count(to: 3) }"));

    [Fact]
    public async Task A_query_has_one_response() =>
        Assert.Equal(["""{"data":{"number":7}}"""], await ReadAsync(Make(), "{ number }"));

    [Fact]
    public async Task An_error_in_one_event_leaves_the_next_alone()
    {
        letters.Writer.TryWrite(null);
        letters.Writer.TryWrite("b");
        letters.Writer.Complete();
        var responses = await ReadAsync(Make(), "subscription { letters { text } }");
        Assert.Contains("NON_NULL_VIOLATED", responses[0], StringComparison.Ordinal);
        Assert.EndsWith("""
            "data":{"letters":null}}
            """.Trim(), responses[0], StringComparison.Ordinal);
        Assert.Equal("""{"data":{"letters":{"text":"b"}}}""", responses[1]);
    }

    [Fact] // Each event reads its own snapshot, is decided by itself, and is completed (logged) by itself.
    public async Task Each_event_has_a_scope_of_its_own_that_knows_who_asked()
    {
        letters.Writer.TryWrite("a");
        letters.Writer.TryWrite("b");
        letters.Writer.Complete();
        var responses = await ReadAsync(Make(), "subscription { letters { seenBy reader } }");
        Assert.All(responses, response => Assert.Contains("\"reader\":\"gwen\"", response, StringComparison.Ordinal));
        Assert.Equal(2, scopesSeen.Count);
        Assert.Equal(2, completions);
    }

    [Fact]
    public async Task A_guard_decides_before_the_source_is_asked_and_again_at_each_event()
    {
        letters.Writer.TryWrite("a");
        letters.Writer.TryWrite("b");
        letters.Writer.Complete();
        isAllowed = decision => decision < 3; // The beginning, the first event, and then no more.
        var responses = await ReadAsync(Make(), "subscription { guarded { text } }");
        Assert.Equal("""{"data":{"guarded":{"text":"a"}}}""", responses[0]);
        Assert.Contains("WITHHELD", responses[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\"b\"", responses[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withheld_from_the_beginning_never_begins()
    {
        isAllowed = _ => false;
        var engine = Make();
        var response = Assert.Single(await ReadAsync(engine, "subscription { guarded { text } }"));
        Assert.StartsWith("{\"errors\":[", response, StringComparison.Ordinal);
        Assert.Contains("WITHHELD", response, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", response, StringComparison.Ordinal);
        Assert.Equal(0, engine.Executor.OpenSubscriptions);
    }

    [Fact]
    public async Task A_source_that_fails_ends_the_stream_with_its_error_masked()
    {
        var responses = await ReadAsync(Make(), "subscription { fails }");
        Assert.Equal("""{"data":{"fails":1}}""", responses[0]);
        Assert.Contains("INTERNAL_ERROR", responses[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", responses[1], StringComparison.Ordinal);
        Assert.Equal(2, responses.Count);
        Assert.Contains(logger.Entries, entry => entry.Exception?.Message.Contains("secret", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task A_source_that_refuses_on_purpose_is_a_request_error() =>
        Assert.Contains("FULL", Assert.Single(await ReadAsync(Make(), "subscription { refuses }")), StringComparison.Ordinal);

    [Theory] // 5.2.4.1
    [InlineData("subscription { count(to: 1) fails }")]
    [InlineData("subscription { __typename }")]
    [InlineData("subscription { count(to: 1) ... { fails } }")]
    public async Task More_than_one_root_field_is_refused_before_anything_begins(string document) =>
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", Assert.Single(await ReadAsync(Make(), document)), StringComparison.Ordinal);

    [Fact]
    public async Task A_refused_argument_is_a_request_error() =>
        Assert.Contains("INPUT_COERCION_FAILED", Assert.Single(await ReadAsync(Make(), "subscription($n: Int!) { count(to: $n) }")), StringComparison.Ordinal);

    [Fact]
    public async Task Where_one_answer_is_given_a_subscription_is_refused() =>
        Assert.Contains("OPERATION_NOT_ALLOWED", await Make().ExecuteAsync("subscription { count(to: 1) }"), StringComparison.Ordinal);

    [Fact] // Unsubscribe(): the client goes while the source waits.
    public async Task Cancelling_closes_the_source_and_frees_its_place()
    {
        using var client = new CancellationTokenSource();
        var engine = Make();
        await using var responses = engine.StreamAsync("subscription { endless }", cancellationToken: client.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await responses.MoveNextAsync());
        Assert.Equal(1, engine.Executor.OpenSubscriptions);
        var next = responses.MoveNextAsync();
        await client.CancelAsync();
        Assert.False(await next);
        Assert.Equal(1, await closed.Task.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(0, engine.Executor.OpenSubscriptions);
    }

    [Fact] // Unsubscribe(): the client loses interest between two events.
    public async Task Leaving_the_stream_closes_the_source_and_frees_its_place()
    {
        var engine = Make();
        await foreach (var _ in engine.StreamAsync("subscription { endless }"))
        {
            break;
        }

        Assert.True(closed.Task.IsCompletedSuccessfully);
        Assert.Equal(0, engine.Executor.OpenSubscriptions);
    }

    [Fact]
    public async Task A_source_that_does_not_listen_is_given_up_and_told_of()
    {
        using var client = new CancellationTokenSource();
        var engine = Make(options => options.Execution.CancellationGrace = TimeSpan.FromMilliseconds(50));
        await using var responses = engine.StreamAsync("subscription { deaf }", cancellationToken: client.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = responses.MoveNextAsync();
        await client.CancelAsync();
        Assert.False(await next);
        Assert.Equal(0, engine.Executor.OpenSubscriptions);
        Assert.Contains(logger.Entries, entry => entry.Message.Contains("did not stop", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Limit", "ExecutionOptions.MaxSubscriptions")]
    [InlineData(0, 2, "\"endless\":0")]
    [InlineData(1, 2, "\"endless\":0")]
    [InlineData(2, 2, "LIMIT_SUBSCRIPTIONS")]
    [InlineData(2, 3, "\"endless\":0")]
    public async Task Only_so_many_are_open_at_once(int others, int most, string expected)
    {
        var engine = Make(options => options.Execution.MaxSubscriptions = most);
        var open = new List<IAsyncEnumerator<string>>();
        for (var i = 0; i <= others; i++)
        {
            open.Add(engine.StreamAsync("subscription { endless }").GetAsyncEnumerator());
            Assert.True(await open[i].MoveNextAsync());
        }

        Assert.Contains(expected, open[others].Current, StringComparison.Ordinal);
        foreach (var stream in open)
        {
            await stream.DisposeAsync();
        }

        Assert.Equal(0, engine.Executor.OpenSubscriptions);
    }

    [Fact] // Waiting for an event is not executing.
    public async Task An_open_subscription_does_not_count_as_executing()
    {
        var engine = Make(options => options.Execution.MaxConcurrentExecutions = 1);
        await using var responses = engine.StreamAsync("subscription { endless }").GetAsyncEnumerator();
        Assert.True(await responses.MoveNextAsync());
        Assert.Equal("""{"data":{"number":7}}""", await engine.ExecuteAsync("{ number }"));
    }

    private Engine Make(Action<GraphQLServerOptions>? configure = null) => new(
        Sdl,
        _ => Bindings(),
        options =>
        {
            options.AddGuard("guarded", new Guard(this));
            configure?.Invoke(options);
        },
        services => services.AddScoped<Reader>()
            .AddScoped<IRequestContext>(provider => provider.GetRequiredService<Reader>())
            .AddScoped<IRequestCompletion>(_ => new Completion(this)),
        logger);

    private static async Task<List<string>> ReadAsync(Engine engine, string document)
    {
        var responses = new List<string>();
        await foreach (var response in engine.StreamAsync(document))
        {
            responses.Add(response);
        }

        return responses;
    }

    private SchemaBindings Bindings() => new SchemaBindings()
        .Leaf<RootValue, int>("Query.number", _ => 7)
        .Subscribe<int>("Subscription.count", (_, arguments, _) => ValueTask.FromResult(CountAsync(arguments.Get<int>(0))))
        .Subscribe<Letter?>("Subscription.letters", (context, _, token) =>
        {
            context.Services.GetRequiredService<Reader>().Name = "gwen";
            return ValueTask.FromResult(LettersAsync(token));
        })
        .Subscribe<Letter?>("Subscription.guarded", (_, _, token) => ValueTask.FromResult(LettersAsync(token)))
        .Subscribe<int?>("Subscription.fails", (_, _, _) => ValueTask.FromResult(FailAsync()))
        .Subscribe<int?>("Subscription.refuses", (_, _, _) => throw new GraphQLException("FULL", "come back later"))
        .Subscribe<int?>("Subscription.endless", (_, _, token) => ValueTask.FromResult(EndlessAsync(token)))
        .Subscribe<int?>("Subscription.deaf", (_, _, _) => ValueTask.FromResult(DeafAsync()))
        .Leaf<Letter, string>("Letter.text", letter => letter.Text)
        .Resolve<Letter, int>("Letter.seenBy", (context, _, _, _) =>
        {
            var scope = RuntimeHelpers.GetHashCode(context.Services.GetRequiredService<Reader>());
            scopesSeen.Add(scope);
            return ValueTask.FromResult(scope);
        })
        .Resolve<Letter, string?>("Letter.reader", (context, _, _, _) =>
            ValueTask.FromResult(context.Services.GetRequiredService<Reader>().Name));

    private static async IAsyncEnumerable<int> CountAsync(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private async IAsyncEnumerable<Letter?> LettersAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var letter in letters.Reader.ReadAllAsync(cancellationToken))
        {
            yield return new Letter(letter!); // Null stands for a fault.
        }
    }

    private static async IAsyncEnumerable<int?> FailAsync()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException("a secret of the server");
    }

    private async IAsyncEnumerable<int?> EndlessAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            yield return 0;
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            closed.TrySetResult(1);
        }
    }

    private static async IAsyncEnumerable<int?> DeafAsync()
    {
        await new TaskCompletionSource().Task;
        yield return 1;
    }

    private sealed record Letter(string Text);

    private sealed class Reader : IRequestContext
    {
        public string? Name { get; set; }

        public void CarryInto(IServiceProvider services) => services.GetRequiredService<Reader>().Name = Name;
    }

    private sealed class Completion(SubscriptionTests tests) : IRequestCompletion
    {
        public ValueTask CompleteAsync(string? operationName, CancellationToken cancellationToken)
        {
            tests.completions++;
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Guard(SubscriptionTests tests) : FieldGuard
    {
        public override ValueTask DecideAsync(GuardContext context)
        {
            if (!tests.isAllowed(++tests.decisions))
            {
                context.WithholdAll(new GraphQLError("not yours", "WITHHELD"));
            }

            return ValueTask.CompletedTask;
        }
    }
}
