using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Plr.GraphQL;
using Plr.GraphQL.AspNetCore;
using Plr.GraphQL.Binding;

namespace Plr.Conformance.Tests.Protocol;

/// <summary>GraphQL over HTTP, as the audits of graphql-http see it from outside.</summary>
public sealed class HttpAuditTests : IAsyncLifetime
{
    private readonly WebApplication app = Create();

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Every_audit_passes_without_a_warning()
    {
        var workspace = await NodeWorkspace.InstallAsync("tests/Plr.Conformance.Tests/Protocol");
        var report = await workspace.RunAsync("http-audit.mjs", app.Urls.Single() + "/graphql");
        Assert.Contains("61 audits: 61 ok, 0 notice, 0 warn, 0 error", report, StringComparison.Ordinal);
    }

    private static WebApplication Create()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer("audited").AddSchemaDocument("type Query { hello: String }")
            .AddBindings(static bindings => bindings.Leaf<RootValue, string>("Query.hello", static _ => "world"));
        var app = builder.Build();
        app.MapGraphQL("/graphql", "audited");
        return app;
    }
}
