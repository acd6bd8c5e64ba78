using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Ide;

namespace Plr.GraphQL.AspNetCore.Tests;

/// <summary>A real server on a free port of 127.0.0.1, with a schema small enough to know by heart.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private TestServer(WebApplication application)
    {
        this.application = application;
        Address = new Uri(application.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = Address,
        };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<TestServer> StartAsync(
        Action<GraphQLHttpOptions>? configure = null, Action<GraphQLServerBuilder>? configureServer = null, BananaCakePop? ide = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Services.AddGraphQLServer().AddSchemaDocument(TestSchema.Sdl).AddBindings(TestSchema.Bind);
        configureServer?.Invoke(server);

        var application = builder.Build();
        application.MapGraphQL("/graphql", configure: configure, ide: ide);
        application.MapGet("/graphql/other", () => "another endpoint");
        await application.StartAsync();
        return new TestServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.DisposeAsync();
    }
}
