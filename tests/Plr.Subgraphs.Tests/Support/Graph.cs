using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using Plr.Consent.Viewers;
using Plr.Domain.Catalogue;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.GraphQL;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Federation;
using Plr.GraphQL.Language;
using Plr.Subgraphs.Records.Access;

namespace Plr.Subgraphs.Tests.Support;

/// <summary>The combined graph over records in memory, through the real executor and the generated bindings.</summary>
internal sealed class Graph : IDisposable
{
    private readonly ServiceProvider services;

    /// <param name="configure">Changes the server after everything is bound: a twin test switches a guard off here.</param>
    /// <param name="catalogue">What is published; the small catalogue of <see cref="Reference"/> when not given.</param>
    public Graph(Action<GraphQLServerBuilder>? configure = null, NationalCatalogue? catalogue = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<ILogger<RequestExecutor>>(NullLogger<RequestExecutor>.Instance);
        collection.AddSingleton<ICatalogueSource>(new FixedCatalogue(catalogue ?? Reference.Catalogue));
        collection.AddSingleton<IRecordStore>(Store);
        collection.AddSingleton<IRecordChanges>(Changes);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSubgraphs();
        var server = collection.AddGraphQLServer("combined").AddCombined(Document("catalogue"), Document("records")).AddSubgraphBindings();
        configure?.Invoke(server);
        collection.AddGraphQLServer("catalogue").AddSubgraph(Document("catalogue")).AddSubgraphBindings();
        collection.AddGraphQLServer("records").AddSubgraph(Document("records")).AddSubgraphBindings();
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public InMemoryRecordStore Store { get; } = new();

    public InMemoryRecordChanges Changes { get; } = new();

    public ManualClock Clock { get; } = new();

    /// <summary>The response as it leaves, byte for byte.</summary>
    public async Task<string> TextAsync(string document, Viewer? viewer = null, object? variables = null, string server = "combined", bool reportsCost = false)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestViewer>().Viewer = viewer ?? Viewer.Anonymous;
        var request = new GraphQLRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Variables = variables is null ? default : JsonSerializer.SerializeToUtf8Bytes(variables),
            Cost = reportsCost ? CostReporting.Report : CostReporting.None,
        };
        using var result = await services.GetRequiredService<RequestExecutorProvider>().Get(server).ExecuteAsync(request, scope.ServiceProvider, CancellationToken.None);
        return Encoding.UTF8.GetString(result.Body.Span);
    }

    /// <summary>The response.</summary>
    public async Task<JsonNode> AskAsync(string document, Viewer? viewer = null, object? variables = null, string server = "combined") =>
        JsonNode.Parse(await TextAsync(document, viewer, variables, server))!;

    /// <summary>The responses of a subscription, each when it is asked for.</summary>
    public async IAsyncEnumerable<string> WatchAsync(
        string document, Viewer viewer, object? variables = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestViewer>().Viewer = viewer;
        var request = new GraphQLRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Variables = variables is null ? default : JsonSerializer.SerializeToUtf8Bytes(variables),
        };
        var executor = services.GetRequiredService<RequestExecutorProvider>().Get("combined");
        await foreach (var result in executor.ExecuteStreamAsync(request, scope.ServiceProvider, cancellationToken))
        {
            using (result)
            {
                yield return Encoding.UTF8.GetString(result.Body.Span);
            }
        }
    }

    private static Source Document(string name) => new(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "schema", $"{name}.graphql")), name);

    public void Dispose() => services.Dispose();

    public static PermissionGrant Revoked(PermissionGrant grant, DateTimeOffset at) => new()
    {
        Id = grant.Id, Learner = grant.Learner, Grantee = grant.Grantee, Scopes = grant.Scopes, Effect = grant.Effect, Purpose = grant.Purpose,
        ValidFrom = grant.ValidFrom, ValidUntil = grant.ValidUntil, RevokedAt = at, GrantedAt = grant.GrantedAt, MayDelegate = grant.MayDelegate,
    };

    private sealed class FixedCatalogue(NationalCatalogue catalogue) : ICatalogueSource
    {
        public NationalCatalogue Current => catalogue;
    }
}
