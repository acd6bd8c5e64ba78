using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Ide;
using Plr.GraphQL.Binding;

namespace Plr.GraphQL.AspNetCore.Tests;

/// <summary>A real server on a free port of 127.0.0.1 with a schema of three fields.</summary>
public sealed class GraphQLServer : IAsyncLifetime
{
    private const string Sdl = """
        type Query { hello(name: String): String  unavailable: String }
        type Mutation { raise: Int }
        """;

    private readonly WebApplication app;

    public GraphQLServer()
        : this(null, null)
    {
    }

    internal GraphQLServer(Action<GraphQLHttpOptions>? configure, BananaCakePop? ide)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer("test").AddSchemaDocument(Sdl).AddBindings(Bind);
        app = builder.Build();
        app.MapGraphQL("/graphql", "test", configure, ide);
    }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/graphql");

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? accept = "application/graphql-response+json", string contentType = "application/json") =>
        PostAsync(Encoding.UTF8.GetBytes(body), accept, contentType);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? accept = "application/graphql-response+json", string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await Client.SendAsync(request);
    }

    private static void Bind(SchemaBindings bindings) => bindings
        .Resolve<RootValue, string?>("Query.hello", static (_, _, arguments, _) => ValueTask.FromResult<string?>($"hello {arguments.Get<string?>(0) ?? "world"}"))
        .Resolve<RootValue, string?>("Query.unavailable", static (_, _, _, _) => throw new InvalidOperationException("a secret that no client sees"))
        .Resolve<RootValue, int?>("Mutation.raise", static (_, _, _, _) => ValueTask.FromResult<int?>(1));
}
