namespace Plr.GraphQL.AspNetCore.EventStreams;

/// <summary>The limits and habits of GraphQL over Server-Sent Events. Every limit is inclusive: exactly so many pass.</summary>
public sealed class GraphQLEventStreamOptions
{
    /// <summary>Whether answers are streamed at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether one stream may carry several operations: the single connection mode, for clients over HTTP/1.1.</summary>
    public bool AllowSingleConnection { get; set; } = true;

    /// <summary>Streams and reservations that one client has at once; past it 429 with <see cref="Http.HttpErrorCodes.LimitConnections"/>.</summary>
    public int MaxConnectionsPerClient { get; set; } = 20;

    /// <summary>Operations that run at once over one stream in single connection mode; past it 429 with
    /// <see cref="Http.HttpErrorCodes.LimitConnectionOperations"/>.</summary>
    public int MaxOperations { get; set; } = 20;

    /// <summary>How long a reservation waits for its stream.</summary>
    public TimeSpan ReservationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Messages of a single connection that wait to be sent; where it is full, operations wait with their next event.</summary>
    public int MaxQueuedMessages { get; set; } = 32;

    /// <summary>How often something is sent over an idle stream, so that whatever stands between does not cut it.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(12);
}
