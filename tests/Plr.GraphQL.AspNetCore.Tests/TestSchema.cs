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
        .Resolve<RootValue, int?>("Mutation.add", (_, _, arguments, _) => ValueTask.FromResult<int?>(arguments.Get<int>(0) + 1));
}
