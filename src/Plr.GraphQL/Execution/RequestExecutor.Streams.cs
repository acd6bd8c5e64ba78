using System.Diagnostics;
using System.Runtime.CompilerServices;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Incremental;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Execution.Stages;
using Plr.GraphQL.Execution.Subscriptions;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Observation;

namespace Plr.GraphQL.Execution;

// Requests that may have more than one response.
public sealed partial class RequestExecutor
{
    private int subscriptions;

    /// <summary>Subscriptions that are open now.</summary>
    public int OpenSubscriptions => Volatile.Read(ref subscriptions);

    /// <summary>Executes one request of whatever kind: a subscription has a response for each event, any other operation one, and
    /// further ones where something is deferred or streamed.</summary>
    /// <param name="services">The services of this request alone; each event has a scope of its own, see <see cref="IRequestContext"/>.</param>
    /// <param name="cancellationToken">Ends the stream: the source is told to stop and closed before the enumeration ends.</param>
    /// <returns>Responses to dispose, each once it is sent. One with <see cref="ExecutionResult.IsRequestError"/> is the last.</returns>
    /// <remarks>GraphQL September 2025, 6.2.3 Subscription. The next event is taken when the next response is asked for, so a slow reader
    /// holds up its own source alone. The request's memory is not needed once the first response or event is waited for.</remarks>
    public async IAsyncEnumerable<ExecutionResult> ExecuteStreamAsync(
        GraphQLRequest request, IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, rest) = await BeginStreamAsync(request, services, cancellationToken);
        if (rest is null)
        {
            yield return first!; // Without a rest there is at least a first.
            yield break;
        }

        await using (rest)
        {
            for (var response = first ?? await rest.NextAsync(); response is not null; response = await rest.NextAsync())
            {
                var isLast = response.IsRequestError;
                yield return response;
                if (isLast)
                {
                    break;
                }
            }
        }
    }

    /// <summary>The request error that <see cref="ExecuteStreamAsync"/> would give before anything is executed; null when there is none.</summary>
    public ExecutionResult? Check(GraphQLRequest request)
    {
        if (!TryAdmit())
        {
            return Refusal();
        }

        try
        {
            var errors = new List<GraphQLError>();
            var unobserved = default(RequestObservation); // Whoever executes it tells of it.
            return TryPrepare(request, mayStream: true, isTrial: true, budget: null, ref unobserved, errors, out _, out _, out _) ? null : RequestError(null, errors);
        }
#pragma warning disable CA1031 // Logged whole and answered masked.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Mask(exception);
        }
        finally
        {
            Dismiss();
        }
    }

    private async ValueTask<(ExecutionResult? First, IResponseSource? Further)> BeginStreamAsync(
        GraphQLRequest request, IServiceProvider services, CancellationToken client)
    {
        var observation = RequestObservation.Begin(metrics, request);
        var isAdmitted = TryAdmit();
        ExecutionResult? first = null;
        IResponseSource? rest = null;
        try
        {
            var errors = new List<GraphQLError>();
            (first, rest) = !isAdmitted ? (Refusal(), null)
                : !TryPrepare(request, mayStream: true, isTrial: false, budget: null, ref observation, errors, out var plan, out var variables, out var report)
                    ? (RequestError(null, errors, report), null)
                : ValidatedAlone(request, plan, report) is { } validated ? (validated, null)
                : plan.Node.Operation is OperationType.Subscription ? await SubscribeAsync(plan, variables, services, client)
                : plan.IsIncremental ? await ExecuteIncrementallyAsync(plan, variables, services, report, client)
                : (await ExecutePlanAsync(plan, variables, services, RootValue.Instance, budget: null, report, client), null);
            return (first, rest);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (first = Mask(exception), null);
        }
        finally
        {
            // Whoever waits for an event does not execute; whoever waits for the rest of a response does.
            if (isAdmitted && rest is not IncrementalResponses)
            {
                Dismiss();
            }

            End(observation, first, rest);
        }
    }

    // A subscription that has begun has gone well so far, without a response.
    private static void End(RequestObservation observation, ExecutionResult? first, IResponseSource? rest)
    {
        if (rest is EventResponses)
        {
            observation.End(Tags.Ok, errors: 0);
        }
        else
        {
            observation.End(first);
        }
    }

    internal void Dismiss() => Interlocked.Decrement(ref executing);

    // Incremental delivery draft, 6.2.1 Query.
    private async ValueTask<(ExecutionResult? First, IResponseSource? Further)> ExecuteIncrementallyAsync(
        OperationPlan plan, VariableValues variables, IServiceProvider services, RequestReport? report, CancellationToken client)
    {
        using var span = Spans.Start(Spans.Execute);
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(client);
        deadline.CancelAfter(options.Execution.ExecutionTimeout);
        var state = new ExecutionState(plan, variables, services, options, logger, metrics, deadline.Token);
        IResponseSource? rest = null;
        try
        {
            var operation = new OperationExecution(state, report);
            var response = await operation.ExecuteAsync();
            await CompleteAsync(response, state);
            rest = operation.Incremental is { } incremental ? new IncrementalResponses(incremental, state, deadline, this, client) : null;
            return (new ExecutionResult(response, requestErrorCode: null, plan.Node.Operation, state.Errors.Count, rest is not null), rest);
        }
        catch (Exception exception) when (!client.IsCancellationRequested)
        {
            return (RequestError(plan.Node.Operation, ToRequestError(exception, state)), null);
        }
        finally
        {
            if (rest is null)
            {
                deadline.Dispose();
            }
        }
    }

    // GraphQL September 2025, 6.2.3, Subscribe(), up to the open source stream.
    private async ValueTask<(ExecutionResult? First, IResponseSource? Further)> SubscribeAsync(
        OperationPlan plan, VariableValues variables, IServiceProvider services, CancellationToken client)
    {
        if (Interlocked.Increment(ref subscriptions) > options.Execution.MaxSubscriptions)
        {
            Interlocked.Decrement(ref subscriptions);
            return (RequestError(plan.Node.Operation, new GraphQLError(
                $"the server keeps at most {options.Execution.MaxSubscriptions} subscriptions open", ErrorCodes.LimitSubscriptions)), null);
        }

        var lifetime = CancellationTokenSource.CreateLinkedTokenSource(client);
        var source = new SourceStream(plan, variables, services, lifetime, logger);
        try
        {
            // What the guards read is not to be held open as long as the subscription.
            await using var scope = RequestScope.Begin(services);
            var state = new ExecutionState(plan, variables, scope.ServiceProvider, options, logger, metrics, source.Lifetime);
            if (await TryCreateAsync(source, state) is not { } error)
            {
                return (null, new EventResponses(source, this));
            }

            await CloseAsync(source);
            return (RequestError(plan.Node.Operation, error), null);
        }
        catch
        {
            await CloseAsync(source);
            throw;
        }
    }

    private async ValueTask<GraphQLError?> TryCreateAsync(SourceStream source, ExecutionState state)
    {
        try
        {
            var creation = new SourceStreamCreation(state).CreateSourceEventStreamAsync(source.Services).AsTask();
            source.Begin(await creation.WaitAsync(options.Execution.ExecutionTimeout, source.Lifetime));
            return null;
        }
        catch (TimeoutException)
        {
            return new GraphQLError("the subscription took longer to begin than it may", ErrorCodes.ExecutionTimeout);
        }
#pragma warning disable CA1031 // Becomes the answer; a bug is logged and masked.
        catch (Exception exception) when (!source.Lifetime.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return exception is RequestFailedException failed ? failed.Error : state.ToError(exception, source.Plan.Root.Fields[0]);
        }
    }

    // GraphQL September 2025, 6.2.3.2 Response Stream. Null when the stream has ended, or was told to.
    internal async ValueTask<ExecutionResult?> MapSourceToResponseEventAsync(SourceStream source)
    {
        try
        {
            return await source.MoveNextAsync() ? await ExecuteSubscriptionEventAsync(source, new SourceEvent(source.Current)) : null;
        }
        catch (OperationCanceledException) when (source.Lifetime.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // A source that fails ends its subscription with its error; a bug is logged and masked.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var state = new ExecutionState(source.Plan, source.Variables, source.Services, options, logger, metrics, source.Lifetime);
            return RequestError(source.Plan.Node.Operation, state.ToError(exception, source.Plan.Root.Fields[0]));
        }
    }

    private async ValueTask<ExecutionResult> ExecuteSubscriptionEventAsync(SourceStream source, SourceEvent root)
    {
        using var span = Spans.StartEvent(source.Origin);
        var begun = span is not null || metrics.MeasuresEvents ? Stopwatch.GetTimestamp() : 0;
        var result = await ExecuteAdmittedEventAsync(source, root);
        if (begun != 0)
        {
            var outcome = Tags.OutcomeOf(result);
            metrics.CountEvent(outcome, Stopwatch.GetElapsedTime(begun));
            span?.SetOutcome(outcome, result.ErrorCount);
        }

        return result;
    }

    private async ValueTask<ExecutionResult> ExecuteAdmittedEventAsync(SourceStream source, SourceEvent root)
    {
        if (!TryAdmit())
        {
            return Refusal();
        }

        try
        {
            await using var scope = RequestScope.Begin(source.Services);
            return await ExecutePlanAsync(source.Plan, source.Variables, scope.ServiceProvider, root, budget: null, report: null, source.Lifetime);
        }
        finally
        {
            Dismiss();
        }
    }

    // GraphQL September 2025, 6.2.3.3 Unsubscribe.
    internal async ValueTask CloseAsync(SourceStream source)
    {
        await source.DisposeAsync();
        Interlocked.Decrement(ref subscriptions);
    }
}
