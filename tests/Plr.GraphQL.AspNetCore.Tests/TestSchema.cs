using System.Runtime.CompilerServices;
using Plr.GraphQL.Binding;

namespace Plr.GraphQL.AspNetCore.Tests;

internal static class TestSchema
{
    public const string Sdl =
        """
        type Query {
          hello(name: String): String
          "Never answers by itself."
          waits: String
          breaks: String
          away: String
        }
        type Mutation { add(number: Int!): Int }
        type Subscription {
          count(to: Int!): Int!
          "Gives 0 and then nothing, without an end."
          endless: Int
          "Gives a long text as fast as it is read, without an end."
          flood: String
          fails: Int
        }
        """;

    public static void Bind(SchemaBindings bindings) => bindings
        .Resolve<RootValue, string?>("Query.hello", (_, _, arguments, _) =>
            ValueTask.FromResult<string?>($"hello, {arguments.Get<string?>(0) ?? "you"}"))
        .Resolve<RootValue, string?>("Query.waits", async (_, _, _, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        })
        .Resolve<RootValue, string?>("Query.breaks", (_, _, _, _) => throw new InvalidOperationException("the secret of the server"))
        .Resolve<RootValue, string?>("Query.away", (_, _, _, _) => throw new DatabaseAwayException())
        .Resolve<RootValue, int?>("Mutation.add", (_, _, arguments, _) => ValueTask.FromResult<int?>(arguments.Get<int>(0) + 1))
        .Subscribe<int>("Subscription.count", (_, arguments, _) => ValueTask.FromResult(CountAsync(arguments.Get<int>(0))))
        .Subscribe<int?>("Subscription.endless", (_, _, cancellationToken) => ValueTask.FromResult(EndlessAsync(cancellationToken)))
        .Subscribe<string?>("Subscription.flood", (_, _, _) => ValueTask.FromResult(FloodAsync()))
        .Subscribe<int?>("Subscription.fails", (_, _, _) => ValueTask.FromResult(FailAsync()));

    private static async IAsyncEnumerable<int> CountAsync(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int?> EndlessAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return 0;
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static async IAsyncEnumerable<string?> FloodAsync()
    {
        var text = new string('x', 100_000);
        while (true)
        {
            await Task.Yield();
            yield return text;
        }
    }

    private static async IAsyncEnumerable<int?> FailAsync()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException("the secret of the server");
    }
}
