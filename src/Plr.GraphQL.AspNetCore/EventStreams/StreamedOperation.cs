using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.EventStreams;

/// <summary>One operation whose responses go over a stream that another request opened.</summary>
internal sealed class StreamedOperation(
    RequestExecutor executor, Reservation reservation, string operationId, ILogger logger, CancellationToken completed)
{
    /// <summary>Runs to its end; it never fails.</summary>
    /// <param name="scope">The services of the operation; disposed at its end.</param>
    /// <param name="until">First instant at which the token of whoever sent it holds no longer; null for no end.</param>
    public async Task RunAsync(GraphQLRequest request, AsyncServiceScope scope, DateTimeOffset? until)
    {
        using var lifetime = new ConnectionLifetime(scope.ServiceProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(completed);
        try
        {
            await Task.Yield(); // Its POST is answered first.
            if (lifetime.EndAt(until, () => _ = ending.CancelAsync()))
            {
                await SendAllAsync(request, scope.ServiceProvider, ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client completed it, its token has run out, or the stream has ended.
        }
#pragma warning disable CA1031 // Nobody waits for it; the stream goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "An operation over an event stream met an unexpected error");
        }
        finally
        {
            reservation.Remove(operationId);
            await scope.DisposeAsync();
        }
    }

    private async Task SendAllAsync(GraphQLRequest request, IServiceProvider services, CancellationToken ending)
    {
        await foreach (var response in executor.ExecuteStreamAsync(request, services, ending))
        {
            using (response)
            {
                await reservation.SendAsync(EventText.NextOf(operationId, response.Body.Span), ending);
            }
        }

        ending.ThrowIfCancellationRequested();
        await reservation.SendAsync(EventText.CompleteOf(operationId), ending);
    }
}
