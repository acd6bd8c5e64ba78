using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Observation;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Execution;

// A schema with its executor, and requests to it as text.
public sealed class Engine
{
    private readonly ServiceProvider services;

    public Engine(
        string schema,
        Func<Schema, SchemaBindings> bind,
        Action<GraphQLServerOptions>? configure = null,
        Action<IServiceCollection>? register = null,
        ILogger? logger = null,
        Meter? meter = null)
    {
        var options = new GraphQLServerOptions();
        configure?.Invoke(options);
        var built = Schema.Build(schema);
        var metrics = meter is null ? EngineMetrics.Shared : new EngineMetrics(meter);
        Executor = new RequestExecutor(BoundSchema.Bind(built, bind(built), options.Guards), options, logger ?? NullLogger.Instance, metrics);
        metrics.Add(Executor, "test");
        var collection = new ServiceCollection().AddScoped<BatchScheduler>();
        register?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public RequestExecutor Executor { get; }

    public int LastBatchCount { get; private set; }

    public async Task<string> ExecuteAsync(
        string document, string variables = "", string? operationName = null, CostReporting cost = CostReporting.None,
        string? client = null, bool plan = false, CancellationToken cancellationToken = default)
    {
        var request = new GraphQLRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Variables = Encoding.UTF8.GetBytes(variables),
            OperationName = operationName,
            Cost = cost,
            Client = client,
            ReportsPlan = plan,
        };
        await using var scope = services.CreateAsyncScope();
        using var result = await Executor.ExecuteAsync(request, scope.ServiceProvider, cancellationToken);
        LastBatchCount = scope.ServiceProvider.GetRequiredService<BatchScheduler>().BatchCount;
        return Encoding.UTF8.GetString(result.Body.Span);
    }

    public async IAsyncEnumerable<string> StreamAsync(
        string document, string variables = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        await foreach (var result in Executor.ExecuteStreamAsync(Request(document, variables, null), scope.ServiceProvider, cancellationToken))
        {
            using (result)
            {
                yield return Encoding.UTF8.GetString(result.Body.Span);
            }
        }
    }

    private static GraphQLRequest Request(string document, string variables, string? operationName) => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        Variables = Encoding.UTF8.GetBytes(variables),
        OperationName = operationName,
    };
}
