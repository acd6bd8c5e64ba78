using System.Net.WebSockets;
using System.Threading.Channels;

namespace Plr.GraphQL.AspNetCore.Sockets;

/// <summary>The one writer of a socket: a bounded queue of messages, and the close at its end.</summary>
internal sealed class SocketSender(WebSocket socket, GraphQLSocketOptions options) : IDisposable
{
    private readonly Channel<byte[]> queue = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(options.MaxQueuedMessages) { SingleReader = true });

    private readonly CancellationTokenSource closing = new();
    private SocketClosure? closure;

    /// <summary>Cancelled once the socket is to be closed: nothing more will be sent.</summary>
    public CancellationToken Closing => closing.Token;

    /// <summary>Why the socket is closed; null while it is not.</summary>
    public SocketClosure? Closure => closure;

    /// <summary>Queues a message; waits while the queue is full, but not for ever. Where the socket closes, the message is dropped.</summary>
    public async ValueTask SendAsync(byte[] message)
    {
        if (queue.Writer.TryWrite(message) || closure is not null)
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Closing);
        patience.CancelAfter(options.SlowClientPatience);
        try
        {
            await queue.Writer.WriteAsync(message, patience.Token);
        }
        catch (OperationCanceledException)
        {
            Close(TooSlow);
        }
        catch (ChannelClosedException)
        {
            // The socket closes: who waits for it sees that by `Closing`.
        }
    }

    /// <summary>Closes the socket after the message that is being sent. The first reason stays.</summary>
    public void Close(SocketClosure reason)
    {
        if (Interlocked.CompareExchange(ref closure, reason, null) is null)
        {
            queue.Writer.TryComplete();
            _ = closing.CancelAsync(); // What listens for it runs on its own time, and can not fail here.
        }
    }

    /// <summary>Sends until the socket is closed. Afterwards the client's own close is waited for, but not for ever.</summary>
    public async Task RunAsync()
    {
        try
        {
            await foreach (var message in queue.Reader.ReadAllAsync(Closing))
            {
                // A send that is given up cuts the connection: half a message can not be taken back.
                using var patience = new CancellationTokenSource(options.SlowClientPatience);
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            Close(TooSlow); // Where it was closed for another reason, that one stays.
        }

        await SendCloseAsync(closure!); // The queue ends with a closure alone.
    }

    public void Dispose() => closing.Dispose();

    private async Task SendCloseAsync(SocketClosure reason)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var patience = new CancellationTokenSource(options.CloseTimeout);
                await socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, reason.ShortReason, patience.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            socket.Abort(); // There is nobody to say it to.
        }
    }

    private static SocketClosure TooSlow { get; } = new(CloseCodes.SlowClient, "the client reads more slowly than the server waits");
}
