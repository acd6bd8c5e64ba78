using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Tests.Execution;

namespace Plr.GraphQL.Tests.Observation;

// A schema small enough to know by heart.
internal static class ObservedEngine
{
    private const string Sdl = """
        type Query { hello(name: String): String squares(of: [Int!]!): [Int] breaks: String waits: String }
        type Mutation { add(number: Int!): Int }
        type Subscription { count(to: Int!): Int }
        """;

    public static Engine Make(Recorder recorder, Action<GraphQLServerOptions>? configure = null) => new(
        Sdl,
        _ => new SchemaBindings()
            .Object<RootValue>("Query")
            .Object<RootValue>("Mutation")
            .Resolve<RootValue, string?>("Query.hello", (_, _, arguments, _) => ValueTask.FromResult<string?>($"hello, {arguments.Get<string?>(0)}"))
            .Resolve<RootValue, IReadOnlyList<int>>("Query.squares", (context, _, arguments, cancellationToken) =>
                context.Resolvers<Squares>().LoadAllAsync(arguments.GetList<int>(0)!, cancellationToken))
            .Resolve<RootValue, string?>("Query.breaks", (_, _, _, _) => throw new InvalidOperationException("a bug"))
            .Resolve<RootValue, string?>("Query.waits", async (_, _, _, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return null;
            })
            .Resolve<RootValue, int?>("Mutation.add", (_, _, arguments, _) => ValueTask.FromResult<int?>(arguments.Get<int>(0) + 1))
            .Subscribe<int?>("Subscription.count", (_, arguments, _) => ValueTask.FromResult(CountAsync(arguments.Get<int>(0)))),
        configure,
        services => services.AddScoped<Squares>().AddScoped<IRequestCompletion, Completion>(),
        meter: recorder.Meter);

    private static async IAsyncEnumerable<int?> CountAsync(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private sealed class Squares(BatchScheduler scheduler) : BatchLoader<int, int>(scheduler, maxBatchSize: 2)
    {
        protected override ValueTask<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlySet<int> keys, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(key => key, key => key * key));
    }

    private sealed class Completion : IRequestCompletion
    {
        public ValueTask CompleteAsync(string? operationName, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
