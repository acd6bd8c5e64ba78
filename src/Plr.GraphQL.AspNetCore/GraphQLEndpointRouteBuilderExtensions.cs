using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Ide;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore;

/// <summary>Maps schemas to addresses.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>Serves a schema at a path, by GET and POST; with an IDE to browsers below it.</summary>
    /// <param name="path">Such as <c>/graphql</c>, without a slash at its end.</param>
    /// <param name="schemaName">The name it was added under.</param>
    /// <param name="configure">Changes the limits and statuses of this path.</param>
    /// <param name="ide">Served to browsers at the path with a slash at its end; null for none.</param>
    /// <exception cref="InvalidOperationException">No schema was added under the name.</exception>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        string path,
        string schemaName,
        Action<GraphQLHttpOptions>? configure = null,
        BananaCakePop? ide = null)
    {
        var options = new GraphQLHttpOptions();
        configure?.Invoke(options);
        var executor = endpoints.ServiceProvider.GetRequiredService<RequestExecutorProvider>().Get(schemaName);
        var handler = new GraphQLHttpHandler(executor, options, ide);
        if (ide is not null)
        {
            endpoints.MapGet(path + "/{**file}", http => ide.ServeAsync(http, (string?)http.Request.RouteValues["file"] ?? string.Empty));
        }

        return endpoints.Map(path, handler.HandleAsync);
    }
}
