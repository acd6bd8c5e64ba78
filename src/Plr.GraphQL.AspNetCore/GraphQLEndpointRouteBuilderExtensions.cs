using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.AspNetCore.EventStreams;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http.Batches;
using Plr.GraphQL.AspNetCore.Ide;
using Plr.GraphQL.AspNetCore.Observation;
using Plr.GraphQL.AspNetCore.Sockets;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore;

/// <summary>Maps schemas to addresses.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    private static readonly string[] FileMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Serves a schema at a path: requests by POST and GET, sockets, event streams, its text by <c>GET ?sdl</c>, and an IDE to browsers.</summary>
    /// <remarks>GraphQL over HTTP, draft. The schema is built here, so that one that can not work stops the start. The IDE's files are below
    /// the path; other endpoints there keep their own requests.</remarks>
    /// <param name="path">Such as <c>/graphql</c>, without a slash at its end.</param>
    /// <param name="schemaName">The name it was added under.</param>
    /// <param name="configure">Changes the limits and statuses of this path.</param>
    /// <param name="ide">Served to browsers at the path with a slash at its end; null for none.</param>
    /// <exception cref="KeyNotFoundException">No schema was added under the name.</exception>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        string path,
        string schemaName = GraphQLServiceCollectionExtensions.DefaultName,
        Action<GraphQLHttpOptions>? configure = null,
        BananaCakePop? ide = null)
    {
        var options = new GraphQLHttpOptions();
        configure?.Invoke(options);
        if (endpoints.ServiceProvider.GetService<IMeterFactory>() is { } meters)
        {
            options.Metrics = new HttpMetrics(meters.Create(HttpMetrics.MeterName));
        }

        var executor = endpoints.ServiceProvider.GetRequiredService<RequestExecutorProvider>().Get(schemaName);
        options.Refusals = executor.Refusals;
        if (ide is not null)
        {
            endpoints.MapMethods(
                path + "/{**file}", FileMethods, context => IdeResponses.SendFileAsync(context, ide, (string?)context.Request.RouteValues["file"]));
        }

        var logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger<SocketEndpoint>();
        var operations = new ConnectionCount(options.MaxOperationsPerClient);
        var sockets = new SocketEndpoint(executor, options, operations, logger);
        var connections = new ConnectionCount(options.EventStreams.MaxConnectionsPerClient, options.Metrics, HttpMetrics.EventStream);
        var endpoint = new GraphQLEndpoint(
            executor,
            options,
            ide,
            new DistinctStreams(executor, options, connections),
            new SingleConnections(executor, options, connections, operations, logger),
            new BatchExecution(executor, options));
        var overSockets = BuildSocketPipeline(endpoints, sockets);
        return endpoints
            .Map(path, context => sockets.Takes(context.Request) ? overSockets(context) : endpoint.HandleAsync(context))
            .WithDisplayName($"GraphQL {schemaName}");
    }

    // Here and not in the application's own pipeline, so that it can not be forgotten there, and no other request passes it.
    private static RequestDelegate BuildSocketPipeline(IEndpointRouteBuilder endpoints, SocketEndpoint sockets)
    {
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(sockets.HandleAsync);
        return pipeline.Build();
    }
}
