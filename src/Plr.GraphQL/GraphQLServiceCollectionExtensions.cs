using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL;

/// <summary>Registers GraphQL servers.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>The name of the server when only one is registered.</summary>
    public const string DefaultName = "default";

    /// <summary>Registers a server; each name once. Its executor is built when it is first asked for.</summary>
    public static GraphQLServerBuilder AddGraphQLServer(this IServiceCollection services, string name = DefaultName)
    {
        services.TryAddSingleton<RequestExecutorProvider>();
        services.TryAddScoped<BatchScheduler>();
        var builder = new GraphQLServerBuilder(name);
        services.AddSingleton(builder);
        return builder;
    }
}
