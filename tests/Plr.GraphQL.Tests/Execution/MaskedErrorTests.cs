using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;

namespace Plr.GraphQL.Tests.Execution;

// A bug is answered without a word of it, but with the name under which the log has all of it.
public sealed class MaskedErrorTests
{
    private const string Secret = "the secret of the server";
    private const string Sdl = """
        type Query { resolver: String read: String leaf: String batch: String loader: String guard: String @guarded list: [Query] mark: Mark }
        scalar Mark
        directive @guarded on FIELD_DEFINITION
        """;

    [Theory]
    [InlineData("{ resolver }")]
    [InlineData("{ read }")]
    [InlineData("{ leaf }")]
    [InlineData("{ batch }")]
    [InlineData("{ loader }")]
    [InlineData("{ guard }")]
    [InlineData("{ list { leaf } }")]
    [InlineData("{ a: resolver b: loader c: leaf }")] // one request, one name
    public async Task A_bug_is_answered_with_the_request_id_that_the_log_has(string document)
    {
        var logger = new RecordingLogger();
        var response = await Make(logger).ExecuteAsync(document);
        Assert.DoesNotContain(Secret, response, StringComparison.Ordinal);
        var errors = JsonNode.Parse(response)!["errors"]!.AsArray();
        var requestId = Assert.Single(errors.Select(error => error!["extensions"]!["requestId"]!.GetValue<string>()).Distinct());
        Assert.All(errors, error => Assert.Equal(ErrorCodes.InternalError, error!["extensions"]!["code"]!.GetValue<string>()));
        Assert.Equal(errors.Count, logger.Entries.Count);
        Assert.All(logger.Entries, entry => Assert.Contains(requestId, entry.Message, StringComparison.Ordinal));
        Assert.All(logger.Entries, entry => Assert.Contains(Secret, entry.Exception!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_request_is_traced_the_request_id_is_the_trace_s()
    {
        using var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        var response = await Make(new RecordingLogger()).ExecuteAsync("{ resolver }");
        Assert.Contains($"\"requestId\":\"{activity.TraceId.ToHexString()}\"", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_requests_have_two_names()
    {
        var engine = Make(new RecordingLogger());
        Assert.NotEqual(await engine.ExecuteAsync("{ resolver }"), await engine.ExecuteAsync("{ resolver }"));
    }

    private static Engine Make(RecordingLogger logger) => new(
        Sdl,
        _ => new SchemaBindings()
            .Scalar("Mark", new MarkScalar())
            .Object<RootValue>("Query")
            .Resolve<RootValue, string>("Query.resolver", (_, _, _, _) => throw new InvalidOperationException(Secret))
            .Read<RootValue, string>("Query.read", _ => throw new InvalidOperationException(Secret))
            .Leaf<RootValue, string>("Query.leaf", _ => throw new InvalidOperationException(Secret))
            .ResolveBatch<RootValue, string>("Query.batch", (_, _, _, _) => throw new InvalidOperationException(Secret))
            .Resolve<RootValue, string?>("Query.loader", (context, _, _, cancellationToken) => context.Resolvers<Failing>().LoadAsync(1, cancellationToken))
            .Leaf<RootValue, string>("Query.guard", _ => "never")
            .Read<RootValue, IEnumerable<RootValue>>("Query.list", _ => Enumerate())
            .Leaf<RootValue, Mark>("Query.mark", _ => new Mark("m")),
        options => options.AddGuard("guarded", new FailingGuard()),
        services => services.AddScoped<Failing>(),
        logger);

    private static IEnumerable<RootValue> Enumerate()
    {
        yield return RootValue.Instance;
        throw new InvalidOperationException(Secret);
    }

    private sealed class Failing(BatchScheduler scheduler) : BatchLoader<int, string>(scheduler, 10)
    {
        protected override ValueTask<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlySet<int> keys, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(Secret);
    }

    private sealed class FailingGuard : FieldGuard
    {
        public override ValueTask DecideAsync(GuardContext context) => throw new InvalidOperationException(Secret);
    }
}
