using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Plr.GraphQL.AspNetCore.EventStreams;

/// <summary>A stream that was reserved: what waits to be sent over it, and the operations that send.</summary>
#pragma warning disable CA1001 // The source has neither timer nor link, so there is nothing to free; and operations may outlive the stream.
internal sealed class Reservation(string client, GraphQLEventStreamOptions options)
#pragma warning restore CA1001
{
    private readonly Channel<byte[]> queue = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(options.MaxQueuedMessages) { SingleReader = true });

    private readonly ConcurrentDictionary<string, CancellationTokenSource> operations = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ended = new();
    private int isOpen;

    /// <summary>Who counts as having one connection more.</summary>
    public string Client { get; } = client;

    /// <summary>Cancelled once the stream has ended, or was never opened in time.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>False when somebody has opened it already.</summary>
    public bool TryOpen() => Interlocked.Exchange(ref isOpen, 1) == 0;

    /// <summary>Begins an operation; null with the problem when it may not begin.</summary>
    public CancellationTokenSource? TryBegin(string operationId, out bool isFull)
    {
        // Requests come side by side, so that two might see room for one.
        lock (operations)
        {
            isFull = operations.Count >= options.MaxOperations;
            if (isFull || operations.ContainsKey(operationId))
            {
                return null;
            }

            return operations[operationId] = CancellationTokenSource.CreateLinkedTokenSource(Ended);
        }
    }

    /// <summary>Ends an operation that the client wants no more of; one that is unknown has ended already.</summary>
    public void Complete(string operationId)
    {
        lock (operations)
        {
            if (operations.TryGetValue(operationId, out var operation))
            {
                _ = operation.CancelAsync(); // What listens for it runs on its own time, and can not fail here.
            }
        }
    }

    /// <summary>Forgets an operation that has ended by itself or was told to.</summary>
    public void Remove(string operationId)
    {
        lock (operations)
        {
            if (operations.TryRemove(operationId, out var operation))
            {
                operation.Dispose();
            }
        }
    }

    /// <summary>Queues an event; waits while the queue is full.</summary>
    public ValueTask SendAsync(byte[] message, CancellationToken cancellationToken) => queue.Writer.WriteAsync(message, cancellationToken);

    /// <summary>Whether there is an event to take; false when the stream has ended.</summary>
    public ValueTask<bool> WaitToTakeAsync(CancellationToken cancellationToken) => queue.Reader.WaitToReadAsync(cancellationToken);

    public bool TryTake(out byte[]? message) => queue.Reader.TryRead(out message);

    /// <summary>Ends the stream and every operation over it.</summary>
    public void End() => _ = ended.CancelAsync();
}
