using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.Federation.Tests;

/// <summary>A server in memory, asked as a router asks.</summary>
internal sealed class SubgraphServer(Action<GraphQLServerBuilder> configure)
{
    private readonly ServiceProvider services = Build(configure);

    public async Task<JsonElement> ExecuteAsync(string document, object? variables = null)
    {
        await using var scope = services.CreateAsyncScope();
        var request = new GraphQLRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Variables = variables is null ? default : JsonSerializer.SerializeToUtf8Bytes(variables),
        };
        using var result = await services.GetRequiredService<RequestExecutorProvider>().Get()
            .ExecuteAsync(request, scope.ServiceProvider, CancellationToken.None);
        return JsonSerializer.Deserialize<JsonElement>(result.Body.Span);
    }

    private static ServiceProvider Build(Action<GraphQLServerBuilder> configure)
    {
        var services = new ServiceCollection().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        configure(services.AddGraphQLServer());
        return services.BuildServiceProvider();
    }
}
