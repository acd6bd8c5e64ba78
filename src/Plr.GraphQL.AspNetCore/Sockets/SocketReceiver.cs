using System.Net.WebSockets;

namespace Plr.GraphQL.AspNetCore.Sockets;

/// <summary>Reads whole messages, each of bounded size, at a bounded rate.</summary>
internal sealed class SocketReceiver(WebSocket socket, GraphQLSocketOptions options)
{
    private const int InitialBytes = 4_096;
    private readonly int initialBytes = Math.Min(InitialBytes, options.MaxMessageBytes + 1);
    private byte[] buffer = [];
    private long windowStart = options.Time.GetTimestamp();
    private int framesInWindow;

    /// <summary>The next message, in memory of its own; or why there is none: null for both when the client has closed.</summary>
    public async ValueTask<(byte[]? Message, SocketClosure? Closure)> ReceiveAsync()
    {
        if (buffer.Length != initialBytes)
        {
            buffer = new byte[initialBytes]; // What one long message needed is not kept for a socket that may be idle for hours.
        }

        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, options.MaxMessageBytes + 1L));
            }

            var frame = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += frame.Count;
            if (frame.MessageType is WebSocketMessageType.Close)
            {
                return (null, null);
            }

            if (ClosureFor(frame.MessageType, length) is { } closure)
            {
                return (null, closure);
            }

            if (frame.EndOfMessage)
            {
                return (buffer[..length], null);
            }
        }
    }

    private SocketClosure? ClosureFor(WebSocketMessageType type, int length) =>
        IsTooFast() ? new(CloseCodes.PolicyViolation, $"more than {options.MaxFramesPerSecond} frames in a second")
        : length > options.MaxMessageBytes ? new(CloseCodes.MessageTooBig, $"the message is longer than {options.MaxMessageBytes} bytes")
        : type is WebSocketMessageType.Binary ? new(CloseCodes.BadRequest, "messages are text")
        : null;

    private bool IsTooFast()
    {
        if (options.Time.GetElapsedTime(windowStart) >= TimeSpan.FromSeconds(1))
        {
            windowStart = options.Time.GetTimestamp();
            framesInWindow = 0;
        }

        return ++framesInWindow > options.MaxFramesPerSecond;
    }
}
