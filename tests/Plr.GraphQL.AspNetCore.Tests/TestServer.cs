using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Ide;
using Plr.GraphQL.Execution;

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
        Action<GraphQLHttpOptions>? configure = null,
        Action<GraphQLServerBuilder>? configureServer = null,
        BananaCakePop? ide = null,
        Action<IServiceCollection>? configureServices = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Services.AddGraphQLServer().AddSchemaDocument(TestSchema.Sdl).AddBindings(TestSchema.Bind);
        configureServer?.Invoke(server);
        configureServices?.Invoke(builder.Services);

        var application = builder.Build();
        application.MapGraphQL("/graphql", configure: configure, ide: ide);
        application.MapGet("/graphql/other", () => "another endpoint");
        await application.StartAsync();
        return new TestServer(application);
    }

    public RequestExecutor Executor => application.Services.GetRequiredService<RequestExecutorProvider>().Get();

    public Task StopAsync() => application.StopAsync();

    /// <summary>Waits until no subscription is open any more; a client may be gone a moment before the server knows.</summary>
    public async Task AllClosedAsync()
    {
        for (var tries = 0; Executor.OpenSubscriptions > 0 && tries < 200; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(0, Executor.OpenSubscriptions);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await application.DisposeAsync();
    }
}
