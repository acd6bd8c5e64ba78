using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Execution.Documents;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Execution.Stages;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Observation;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Execution;

/// <summary>Executes requests on one schema: bytes in, bytes out. Made once, used by all requests at once.</summary>
/// <remarks>GraphQL September 2025, 6.1 Executing Requests, ExecuteRequest().</remarks>
public sealed partial class RequestExecutor
{
    private const int MaxSpareDeadlines = 64;

    private readonly GraphQLServerOptions options;
    private readonly ILogger logger;
    private readonly EngineMetrics metrics;
    private readonly DocumentPreparation documents;
    private readonly VariableCoercion variableCoercion;
    private readonly CostGate costs;
    private readonly ConcurrentBag<RequestDeadline> deadlines = [];
    private int executing;

    /// <summary>Joins a bound schema to its limits.</summary>
    public RequestExecutor(BoundSchema schema, GraphQLServerOptions options, ILogger logger)
        : this(schema, options, logger, EngineMetrics.Shared)
    {
    }

    internal RequestExecutor(BoundSchema schema, GraphQLServerOptions options, ILogger logger, EngineMetrics metrics)
    {
        BoundSchema = schema;
        this.options = options;
        this.logger = logger;
        this.metrics = metrics;
        Refusals = new RefusalLog(logger) { Passed = code => metrics.CountLimit(code, isEnforced: false) };
        documents = new DocumentPreparation(schema, options, Refusals, metrics);
        costs = new CostGate(schema.Schema, options.Cost, Refusals, metrics);
        variableCoercion = new VariableCoercion(schema, options.Execution, costs.LooksIntoInputs, Refusals);
        IsIncremental = Schema.FindDirective(IncrementalDirectives.Defer) is not null || Schema.FindDirective(IncrementalDirectives.Stream) is not null;
    }

    /// <summary>The types.</summary>
    public Schema Schema => BoundSchema.Schema;

    /// <summary>The types with their bindings.</summary>
    public BoundSchema BoundSchema { get; }

    /// <summary>Where refusals are told; whatever stands before the executor and refuses tells its own there.</summary>
    public RefusalLog Refusals { get; }

    /// <summary>Whether clients have budgets, so that a request must say whose it is.</summary>
    public bool HasBudgets => options.Cost.Budget.IsOn;

    /// <summary>Requests that execute now, events of subscriptions among them.</summary>
    public int ActiveRequests => Volatile.Read(ref executing);

    /// <summary>Documents kept for the next request, and their bytes as estimated.</summary>
    public (int Count, long Bytes) CachedDocuments => documents.Cached;

    /// <summary>Whether the schema has <c>@defer</c> or <c>@stream</c>, so that a response may come in parts.</summary>
    public bool IsIncremental { get; }

    /// <summary>What the requests of one batch may take together, from now on.</summary>
    public RequestBudget NewBudget() => new(options);

    /// <summary>Executes one request.</summary>
    /// <param name="services">The services of this request alone.</param>
    /// <param name="cancellationToken">Cancelled when the client leaves.</param>
    /// <returns>A response, whatever the request holds; dispose it.</returns>
    /// <exception cref="OperationCanceledException">The client left: there is nobody to answer.</exception>
    public ValueTask<ExecutionResult> ExecuteAsync(
        GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken) =>
        ExecuteAsync(request, services, budget: null, cancellationToken);

    /// <summary>Executes one request of a batch.</summary>
    /// <param name="services">The services of this request alone.</param>
    /// <param name="budget">What the requests of the batch take together, see <see cref="NewBudget"/>; null for a request that is alone.</param>
    /// <param name="cancellationToken">Cancelled when the client leaves.</param>
    /// <returns>A response, whatever the request holds; dispose it.</returns>
    /// <exception cref="OperationCanceledException">The client left: there is nobody to answer.</exception>
    public async ValueTask<ExecutionResult> ExecuteAsync(
        GraphQLRequest request, IServiceProvider services, RequestBudget? budget, CancellationToken cancellationToken)
    {
        var observation = RequestObservation.Begin(metrics, request);
        ExecutionResult? result = null;
        var isAdmitted = TryAdmit();
        try
        {
            return result = isAdmitted ? await ExecuteAdmittedAsync(request, services, budget, ref observation, cancellationToken) : Refusal();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return result = Mask(exception);
        }
        finally
        {
            if (isAdmitted)
            {
                Dismiss();
            }

            observation.End(result);
        }
    }

    private bool TryAdmit()
    {
        if (Interlocked.Increment(ref executing) <= options.Execution.MaxConcurrentExecutions)
        {
            return true;
        }

        Interlocked.Decrement(ref executing);
        return false;
    }

    private ExecutionResult Refusal() =>
        RequestError(null, new GraphQLError("the server executes as many requests as it can", ErrorCodes.LimitConcurrentExecutions));

    // A bug of the engine itself: no client is to see it, and no other request is to notice.
    private ExecutionResult Mask(Exception exception)
    {
        var requestId = ExecutionState.NewRequestId();
        logger.LogError(exception, "Request {RequestId} met an unexpected error", requestId);
        return RequestError(null, new GraphQLError(
            "an unexpected error occurred; the server's log has it under the request id",
            ErrorCodes.InternalError,
            extensions: new Dictionary<string, object?> { ["requestId"] = requestId }));
    }

    private ValueTask<ExecutionResult> ExecuteAdmittedAsync(
        GraphQLRequest request, IServiceProvider services, RequestBudget? budget, ref RequestObservation observation, CancellationToken cancellationToken)
    {
        var errors = new List<GraphQLError>();
        return !TryPrepare(request, mayStream: false, isTrial: false, budget, ref observation, errors, out var plan, out var variables, out var report)
                ? ValueTask.FromResult(RequestError(null, errors, report))
            : ValidatedAlone(request, plan, report) is { } validated ? ValueTask.FromResult(validated)
            : ExecutePlanAsync(plan, variables, services, RootValue.Instance, budget, report, cancellationToken);
    }

    // Of a client that only wants to know the cost; null when the operation is to be executed.
    private static ExecutionResult? ValidatedAlone(GraphQLRequest request, OperationPlan plan, RequestReport? report) =>
        request.Cost is CostReporting.Validate && report is not null
            ? new ExecutionResult(ResponseAssembly.ReportAlone(report), requestErrorCode: null, plan.Node.Operation, errorCount: 0)
            : null;

    // The phases of a request before it is executed, one a line. A trial is charged to nobody.
    private bool TryPrepare(
        GraphQLRequest request,
        bool mayStream,
        bool isTrial,
        RequestBudget? budget,
        ref RequestObservation observation,
        List<GraphQLError> errors,
        [NotNullWhen(true)] out OperationPlan? plan,
        [NotNullWhen(true)] out VariableValues? variables,
        out RequestReport? report)
    {
        (plan, variables, report) = (null, null, null);
        if (documents.Find(request, observation.Span, errors) is not { } document
            || GetOperation(document, request, mayStream, errors) is not { } operation)
        {
            return false;
        }

        observation.Choose(operation);
        if ((variables = Coerce(operation, request, errors)) is null)
        {
            return false;
        }

        plan = Plan(operation, variables, mayStream);
        return IsInTime(budget, errors) && costs.Admit(operation, plan, variables, request, isTrial ? null : budget, isTrial, errors, out report);
    }

    private VariableValues? Coerce(PreparedOperation operation, GraphQLRequest request, List<GraphQLError> errors)
    {
        using var span = Spans.Start(Spans.Coerce);
        return variableCoercion.CoerceVariableValues(operation, request.Variables, errors);
    }

    private static OperationPlan Plan(PreparedOperation operation, VariableValues variables, bool mayStream)
    {
        using var span = Spans.Start(Spans.Plan);
        return operation.PlanFor(variables, mayStream);
    }

    private static bool IsInTime(RequestBudget? budget, List<GraphQLError> errors)
    {
        if (budget?.TimeLeft != TimeSpan.Zero)
        {
            return true;
        }

        errors.Add(new GraphQLError("the batch took longer than it may", ErrorCodes.ExecutionTimeout));
        return false;
    }

    private static PreparedOperation? GetOperation(
        PreparedDocument document, GraphQLRequest request, bool mayStream, List<GraphQLError> errors)
    {
        var operation = document.GetOperation(request.OperationName, out var error);
        if (operation is null)
        {
            errors.Add(error!); // Set when there is no operation.
            return null;
        }

        var kind = operation.Node.Operation;
        if (operation.RootType is null || (kind is OperationType.Subscription && !(mayStream && request.AllowsSubscription))
            || (request.IsQueryOnly && kind is OperationType.Mutation))
        {
            errors.Add(new GraphQLError(
                $"a {kind.ToString().ToLowerInvariant()} can not be executed here", ErrorCodes.OperationNotAllowed));
            return null;
        }

        return operation;
    }

    private async ValueTask<ExecutionResult> ExecutePlanAsync(
        OperationPlan plan, VariableValues variables, IServiceProvider services, object root, RequestBudget? budget, RequestReport? report, CancellationToken client)
    {
        using var span = Spans.Start(Spans.Execute);
        var deadline = deadlines.TryTake(out var spare) ? spare : new RequestDeadline();
        deadline.Start(budget?.TimeLeft ?? options.Execution.ExecutionTimeout, client);
        var state = new ExecutionState(plan, variables, services, options, logger, metrics, deadline.Token) { Root = root };
        try
        {
            var response = await new OperationExecution(state, report).ExecuteAsync();
            if (budget?.TryTakeBytes(response.Length) is false)
            {
                response.Dispose();
                throw new ResponseTooLargeException();
            }

            await CompleteAsync(response, state);
            return new ExecutionResult(response, requestErrorCode: null, plan.Node.Operation, state.Errors.Count);
        }
        catch (Exception exception) when (!client.IsCancellationRequested)
        {
            return RequestError(plan.Node.Operation, [ToRequestError(exception, state)], report);
        }
        finally
        {
            Keep(deadline);
        }
    }

    // Nothing of the response is released before whoever has the last word agrees.
    internal static async ValueTask CompleteAsync(ResponseWriter response, ExecutionState state)
    {
        try
        {
            if (state.Services.GetService(typeof(IRequestCompletion)) is IRequestCompletion completion)
            {
                using var span = Spans.Start(Spans.Complete);
                await completion.CompleteAsync(state.Plan.Node.Name, state.CancellationToken);
            }
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    internal GraphQLError ToRequestError(Exception exception, ExecutionState state) => exception switch
    {
        RequestFailedException failed => failed.Error,
        ResponseTooLargeException => new GraphQLError(
            $"the response would be longer than {options.Execution.MaxResponseBytes} bytes", ErrorCodes.LimitResponseBytes),
        OperationCanceledException when state.CancellationToken.IsCancellationRequested => new GraphQLError(
            "the operation took longer than it may", ErrorCodes.ExecutionTimeout),
        _ => state.ToError(exception, field: null),
    };

    private void Keep(RequestDeadline deadline)
    {
        if (deadline.TryReset() && deadlines.Count < MaxSpareDeadlines)
        {
            deadlines.Add(deadline);
        }
        else
        {
            deadline.Dispose();
        }
    }

    private ExecutionResult RequestError(OperationType? operation, GraphQLError error) => RequestError(operation, [error]);

    private ExecutionResult RequestError(OperationType? operation, List<GraphQLError> errors, RequestReport? report = null)
    {
        // A request can be wrong in more ways than anyone reads.
        var most = Math.Min(options.Execution.MaxErrors, options.Validation.Limits.MaxErrors);
        var body = ResponseAssembly.RequestError(
            errors.Take(most), options.Validation.Limits.MaxErrorBytes, options.Execution.ErrorDocumentation, report, out var told);
        metrics.CountErrors(told == errors.Count ? errors : errors.GetRange(0, told));
        if (errors[0].Code is not ErrorCodes.InternalError) // Which is logged whole.
        {
            Refusals.Refused(errors[0].Code);
        }

        return new ExecutionResult(body, errors[0].Code, operation, told) { RetryAfter = report?.RetryAfter };
    }
}
