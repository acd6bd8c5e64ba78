using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plr.GraphQL;
using Plr.GraphQL.AspNetCore;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;

namespace Plr.Conformance.Tests.Protocol;

/// <summary>A schema with a subscription that counts, over every transport.</summary>
internal sealed class StreamingServer : IAsyncDisposable
{
    public const string Subscription = "subscription { count(to: 3) }";
    private readonly WebApplication app = Create();

    public static StreamingServer Make() => new();

    public string Address => app.Urls.Single() + "/graphql";

    public Task StartAsync() => app.StartAsync();

    /// <summary>Waits until no subscription is open any more; a client may be gone a moment before the server knows.</summary>
    public async Task AllClosedAsync()
    {
        var executor = app.Services.GetRequiredService<RequestExecutorProvider>().Get("streaming");
        for (var tries = 0; executor.OpenSubscriptions > 0 && tries < 100; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(0, executor.OpenSubscriptions);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static WebApplication Create()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer("streaming")
            .AddSchemaDocument("type Query { hello: String } type Subscription { count(to: Int!): Int! }")
            .AddBindings(static bindings => bindings
                .Leaf<RootValue, string>("Query.hello", static _ => "world")
                .Subscribe<int>("Subscription.count", static (_, arguments, cancellationToken) =>
                    ValueTask.FromResult(CountAsync(arguments.Get<int>(0), cancellationToken))));
        var app = builder.Build();
        app.MapGraphQL("/graphql", "streaming");
        return app;
    }

    private static async IAsyncEnumerable<int> CountAsync(int to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Delay(20, cancellationToken);
            yield return i;
        }
    }
}
