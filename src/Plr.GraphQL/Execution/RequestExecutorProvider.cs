using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Observation;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution;

/// <summary>Builds each registered server once and keeps it.</summary>
public sealed class RequestExecutorProvider
{
    private readonly Dictionary<string, Lazy<RequestExecutor>> executors = new(StringComparer.Ordinal);

    /// <summary>Takes what was registered.</summary>
    /// <param name="meters">Makes the meter that the servers tell of themselves by; null for one that the whole process shares.</param>
    public RequestExecutorProvider(IEnumerable<GraphQLServerBuilder> servers, ILogger<RequestExecutor> logger, IMeterFactory? meters = null)
    {
        var metrics = meters is null ? EngineMetrics.Shared : new EngineMetrics(meters.Create(GraphQLTelemetry.Name));
        foreach (var server in servers)
        {
            executors[server.Name] = new Lazy<RequestExecutor>(() => Build(server, logger, metrics));
        }
    }

    /// <summary>The names that are registered.</summary>
    public IReadOnlyCollection<string> Names => executors.Keys;

    /// <summary>The executor of a name; building it shows whether schema and bindings fit, so a host asks for all at start.</summary>
    /// <exception cref="SchemaException">The schema breaks a rule of the type system.</exception>
    /// <exception cref="SchemaBindingException">The schema needs what its bindings do not have.</exception>
    /// <exception cref="KeyNotFoundException">No server of that name is registered.</exception>
    public RequestExecutor Get(string name = GraphQLServiceCollectionExtensions.DefaultName) => executors[name].Value;

    private static RequestExecutor Build(GraphQLServerBuilder server, ILogger logger, EngineMetrics metrics)
    {
        var options = server.MakeOptions();
        var literals = server.Bindings.Scalars.ToDictionary(
            scalar => scalar.Key, Types.Scalars.ScalarCoercion (scalar) => new ScalarLiterals(scalar.Value), StringComparer.Ordinal);
        var schema = Schema.Build(server.Documents, new SchemaOptions { Scalars = literals });
        var executor = new RequestExecutor(BoundSchema.Bind(schema, server.Bindings, options.Guards), options, logger, metrics);
        metrics.Add(executor, server.Name);
        return executor;
    }
}
