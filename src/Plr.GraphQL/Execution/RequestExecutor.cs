using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Execution.Documents;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Execution.Stages;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution;

/// <summary>Executes requests on one schema: bytes in, bytes out. Made once, used by all requests at once.</summary>
/// <remarks>GraphQL September 2025, 6.1 Executing Requests, ExecuteRequest().</remarks>
public sealed class RequestExecutor
{
    private const int MaxSpareDeadlines = 64;

    private readonly GraphQLServerOptions options;
    private readonly ILogger logger;
    private readonly DocumentPreparation documents;
    private readonly VariableCoercion variableCoercion;
    private readonly CostGate costs;
    private readonly ConcurrentBag<RequestDeadline> deadlines = [];
    private int executing;

    /// <summary>Joins a bound schema to its limits.</summary>
    public RequestExecutor(BoundSchema schema, GraphQLServerOptions options, ILogger logger)
    {
        BoundSchema = schema;
        this.options = options;
        this.logger = logger;
        documents = new DocumentPreparation(schema, options);
        costs = new CostGate(schema.Schema, options.Cost, logger);
        variableCoercion = new VariableCoercion(schema, options.Execution, costs.LooksIntoInputs);
    }

    /// <summary>The types.</summary>
    public Schema Schema => BoundSchema.Schema;

    /// <summary>The types with their bindings.</summary>
    public BoundSchema BoundSchema { get; }

    /// <summary>Whether clients have budgets, so that a request must say whose it is.</summary>
    public bool HasBudgets => options.Cost.Budget.IsOn;

    /// <summary>Documents kept for the next request, and their bytes as estimated.</summary>
    public (int Count, long Bytes) CachedDocuments => documents.Cached;

    /// <summary>Executes one request.</summary>
    /// <param name="services">The services of this request alone.</param>
    /// <param name="cancellationToken">Cancelled when the client leaves.</param>
    /// <returns>A response, whatever the request holds; dispose it.</returns>
    /// <exception cref="OperationCanceledException">The client left: there is nobody to answer.</exception>
    public async ValueTask<ExecutionResult> ExecuteAsync(
        GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref executing) > options.Execution.MaxConcurrentExecutions)
        {
            Interlocked.Decrement(ref executing);
            return RequestError(null, new GraphQLError("the server executes as many requests as it can", ErrorCodes.LimitConcurrentExecutions));
        }

        try
        {
            return await ExecuteAdmittedAsync(request, services, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bug of the engine itself: no client is to see it, and no other request is to notice.
            var requestId = Guid.NewGuid().ToString("N");
            logger.LogError(exception, "Request {RequestId} met an unexpected error", requestId);
            return RequestError(null, new GraphQLError(
                "an unexpected error occurred; the server's log has it under the request id",
                ErrorCodes.InternalError,
                extensions: new Dictionary<string, object?> { ["requestId"] = requestId }));
        }
        finally
        {
            Interlocked.Decrement(ref executing);
        }
    }

    // The phases of a request, one a line.
    private ValueTask<ExecutionResult> ExecuteAdmittedAsync(
        GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        var errors = new List<GraphQLError>();
        if (documents.Find(request, errors) is not { } document
            || GetOperation(document, request, errors) is not { } operation
            || variableCoercion.CoerceVariableValues(operation, request.Variables, errors) is not { } variables)
        {
            return ValueTask.FromResult(RequestError(null, errors));
        }

        var plan = operation.PlanFor(variables);
        if (!costs.Admit(operation, plan, variables, request, errors, out var report))
        {
            return ValueTask.FromResult(RequestError(null, errors, report));
        }

        return request.Cost is CostReporting.Validate && report is not null
            ? ValueTask.FromResult(new ExecutionResult(ResponseAssembly.ReportAlone(report), requestErrorCode: null, plan.Node.Operation, errorCount: 0))
            : ExecutePlanAsync(plan, variables, services, report, cancellationToken);
    }

    private static PreparedOperation? GetOperation(PreparedDocument document, GraphQLRequest request, List<GraphQLError> errors)
    {
        var operation = document.GetOperation(request.OperationName, out var error);
        if (operation is null)
        {
            errors.Add(error!); // Set when there is no operation.
            return null;
        }

        var kind = operation.Node.Operation;
        if (operation.RootType is null || kind is OperationType.Subscription || (request.IsQueryOnly && kind is not OperationType.Query))
        {
            errors.Add(new GraphQLError(
                $"a {kind.ToString().ToLowerInvariant()} can not be executed here", ErrorCodes.OperationNotAllowed));
            return null;
        }

        return operation;
    }

    private async ValueTask<ExecutionResult> ExecutePlanAsync(
        OperationPlan plan, VariableValues variables, IServiceProvider services, RequestReport? report, CancellationToken client)
    {
        var deadline = deadlines.TryTake(out var spare) ? spare : new RequestDeadline();
        deadline.Start(options.Execution.ExecutionTimeout, client);
        var state = new ExecutionState(plan, variables, services, options, logger, deadline.Token);
        try
        {
            var response = await new OperationExecution(state, report).ExecuteAsync();
            return await CompleteAsync(response, state);
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
    private static async ValueTask<ExecutionResult> CompleteAsync(ResponseWriter response, ExecutionState state)
    {
        try
        {
            if (state.Services.GetService(typeof(IRequestCompletion)) is IRequestCompletion completion)
            {
                await completion.CompleteAsync(state.Plan.Node.Name, state.CancellationToken);
            }

            return new ExecutionResult(response, requestErrorCode: null, state.Plan.Node.Operation, state.Errors.Count);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private GraphQLError ToRequestError(Exception exception, ExecutionState state) => exception switch
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
        // A document can be wrong in more ways than anyone reads.
        var told = errors.Count <= options.Execution.MaxErrors ? errors : errors.GetRange(0, options.Execution.MaxErrors);
        return new ExecutionResult(
            ResponseAssembly.RequestError(told, options.Execution.ErrorDocumentation, report), told[0].Code, operation, told.Count)
        { RetryAfter = report?.RetryAfter };
    }
}
