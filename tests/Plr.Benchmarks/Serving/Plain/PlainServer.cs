using Microsoft.AspNetCore.Builder;
using Plr.GraphQL;
using Plr.GraphQL.AspNetCore;

namespace Plr.Benchmarks.Serving.Plain;

/// <summary>The engine without consent: the same SQL as the floor, parsed, validated, planned and executed.</summary>
internal static class PlainServer
{
    public static async Task RunAsync(string connectionString, string urls, CancellationToken stop)
    {
        await using var app = Create(connectionString, urls);
        await ServerProcess.RunAsync(app, "plain", urls, stop);
    }

    public static WebApplication Create(string connectionString, string urls)
    {
        var builder = ServerProcess.CreateBuilder(connectionString, urls);
        builder.Services.AddGraphQLServer("plain").AddSchemaDocument(PlainSchema.Sdl).AddBindings(PlainSchema.Bind);
        var app = builder.Build();
        app.MapGraphQL("/graphql", "plain");
        return app;
    }
}
