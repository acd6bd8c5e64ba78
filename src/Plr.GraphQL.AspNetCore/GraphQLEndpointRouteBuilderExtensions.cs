using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Plr.GraphQL.AspNetCore.Ide;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore;

/// <summary>Serves a GraphQL server over HTTP.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>Serves requests by POST and GET, the schema by <c>GET ?sdl</c>, and the IDE to browsers.</summary>
    /// <remarks>GraphQL over HTTP, draft. The server is built here, so that one that can not work stops the start. Limits come from
    /// <see cref="GraphQLHttpOptions"/>, by <c>services.Configure</c>.</remarks>
    /// <param name="path">Such as <c>/graphql</c>.</param>
    /// <param name="schemaName">The name it was registered by with <c>AddGraphQLServer</c>.</param>
    /// <param name="ide">What a browser sees at this path; null: an ordinary answer. Its files are served by
    /// <see cref="BananaCakePopEndpointRouteBuilderExtensions.MapBananaCakePop"/>.</param>
    /// <param name="schemaText">What <c>?sdl</c> gives; null: the schema as clients see it.</param>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        string path = "/graphql",
        string schemaName = GraphQLServiceCollectionExtensions.DefaultName,
        BananaCakePop? ide = null,
        string? schemaText = null)
    {
        var services = endpoints.ServiceProvider;
        var executor = services.GetRequiredService<RequestExecutorProvider>().Get(schemaName);
        var options = services.GetRequiredService<IOptions<GraphQLHttpOptions>>().Value;
        var endpoint = new GraphQLEndpoint(executor, options, ide, schemaText);
        return endpoints.Map(path, (RequestDelegate)endpoint.HandleAsync).WithDisplayName($"GraphQL {schemaName}");
    }
}
