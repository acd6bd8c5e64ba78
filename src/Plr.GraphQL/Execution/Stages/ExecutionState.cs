using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Observation;

namespace Plr.GraphQL.Execution.Stages;

// What one request carries through its execution.
internal sealed class ExecutionState(
    OperationPlan plan,
    VariableValues variables,
    IServiceProvider services,
    GraphQLServerOptions options,
    ILogger logger,
    EngineMetrics metrics,
    CancellationToken cancellationToken)
{
    private string? requestId;

    internal OperationPlan Plan { get; } = plan;

    internal VariableValues Variables { get; } = variables;

    // The parent of the root fields: it holds something in the event of a subscription alone.
    internal object Root { get; init; } = RootValue.Instance;

    internal IServiceProvider Services { get; } = services;

    internal ExecutionOptions Options { get; } = options.Execution;

    internal ILogger Logger { get; } = logger;

    internal EngineMetrics Metrics { get; } = metrics;

    internal CancellationToken CancellationToken { get; } = cancellationToken;

    internal BatchScheduler Scheduler { get; } =
        (BatchScheduler?)services.GetService(typeof(BatchScheduler)) ?? new BatchScheduler();

    internal ErrorCollector Errors { get; } = new(options.Execution.MaxErrors, metrics);

    // Set when something that the whole request leans on failed.
    internal GraphQLError? Failure { get; private set; }

    // Told to the client and to the log, so that one finds the other.
    internal string RequestId => requestId ??= NewRequestId();

    // The trace's id where the request is traced.
    internal static string NewRequestId() => Activity.Current?.TraceId.ToHexString() ?? Guid.NewGuid().ToString("N");

    // The one place where exceptions of authors' code become errors: on purpose, as a failure of the request, or as a bug.
    internal GraphQLError ToError(Exception exception, FieldPlan? field) => ToError(exception, field?.Definition.Coordinate ?? "the request");

    internal GraphQLError ToError(Exception exception, string coordinate)
    {
        if (exception is GraphQLException onPurpose)
        {
            return onPurpose.Error;
        }

        if (exception is OperationCanceledException && CancellationToken.IsCancellationRequested)
        {
            // Never told: the request ends for the same reason.
            return new GraphQLError("the request was cancelled", ErrorCodes.InternalError);
        }

        if (options.DescribeFailure?.Invoke(exception) is { } failure)
        {
            Logger.LogError(exception, "Request {RequestId} failed at {Coordinate}: {Code}", RequestId, coordinate, failure.Code);
            Failure ??= failure;
            return failure;
        }

        Logger.LogError(exception, "Request {RequestId} met an unexpected error at {Coordinate}", RequestId, coordinate);
        return new GraphQLError(
            "an unexpected error occurred; the server's log has it under the request id",
            ErrorCodes.InternalError,
            extensions: new Dictionary<string, object?> { ["requestId"] = RequestId });
    }

    // Between steps: leaves when time is up, the client is gone, or the request failed as a whole.
    internal void ThrowIfOver()
    {
        CancellationToken.ThrowIfCancellationRequested();
        if (Failure is not null)
        {
            throw new RequestFailedException(Failure);
        }
    }

    internal ArgumentValues CoerceArguments(FieldPlan field) => field.CoerceArguments(Variables);
}
