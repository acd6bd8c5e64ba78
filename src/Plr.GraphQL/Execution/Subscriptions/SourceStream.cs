using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Planning;

namespace Plr.GraphQL.Execution.Subscriptions;

// An open source stream with all that executing its events needs. Disposing it is Unsubscribe(): the stream is cancelled, then closed.
internal sealed class SourceStream(
    OperationPlan plan, VariableValues variables, IServiceProvider services, CancellationTokenSource lifetime, ILogger logger) : IAsyncDisposable
{
    private IAsyncEnumerator<object?>? events;
    private Task<bool>? moving;

    internal OperationPlan Plan { get; } = plan;

    internal VariableValues Variables { get; } = variables;

    // They live as long as the subscription; each event has a scope of its own.
    internal IServiceProvider Services { get; } = services;

    // The span that began it, which its events belong to; default when it is not traced.
    internal ActivityContext Origin { get; } = Activity.Current?.Context ?? default;

    internal CancellationToken Lifetime { get; } = lifetime.Token;

    internal object? Current => events?.Current;

    internal void Begin(IAsyncEnumerable<object?> source) => events = source.GetAsyncEnumerator(Lifetime);

    // False when the stream has ended.
    internal async ValueTask<bool> MoveNextAsync()
    {
        if (events is null)
        {
            return false;
        }

        // A source that does not listen to its token must not hold up whoever unsubscribes.
        moving = events.MoveNextAsync().AsTask();
        return await moving.WaitAsync(Lifetime);
    }

    public async ValueTask DisposeAsync()
    {
        await lifetime.CancelAsync();
        try
        {
            if (events is not null && await HasStoppedAsync())
            {
                await events.DisposeAsync();
            }
        }
#pragma warning disable CA1031 // Nobody is left to tell.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "The source stream of {Field} failed while it was closed", Field);
        }

        lifetime.Dispose();
    }

    private string Field => Plan.Root.Fields[0].Definition.Coordinate;

    private async ValueTask<bool> HasStoppedAsync()
    {
        if (moving is null || moving.IsCompleted || await Task.WhenAny(moving, Task.Delay(Plan.Options.CancellationGrace)) == moving)
        {
            return true;
        }

        logger.LogWarning("The source stream of {Field} did not stop when told to", Field);
        return false;
    }
}
