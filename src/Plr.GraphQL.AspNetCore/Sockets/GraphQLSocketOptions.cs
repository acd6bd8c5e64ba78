namespace Plr.GraphQL.AspNetCore.Sockets;

/// <summary>The limits and habits of <c>graphql-transport-ws</c>. Every limit is inclusive: exactly so many pass.</summary>
public sealed class GraphQLSocketOptions
{
    /// <summary>Whether sockets are opened at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Bytes of one message, all its frames together; past it the socket is closed with 1009.</summary>
    public int MaxMessageBytes { get; set; } = 262_144;

    /// <summary>Pieces of messages that may arrive in one second; past it the socket is closed with 1008.</summary>
    public int MaxFramesPerSecond { get; set; } = 1_000;

    /// <summary>Operations that one socket runs at once; past it the operation is refused with
    /// <see cref="Http.HttpErrorCodes.LimitConnectionOperations"/>.</summary>
    public int MaxOperations { get; set; } = 20;

    /// <summary>Sockets that one client has open at once; past it the handshake is refused with <see cref="Http.HttpErrorCodes.LimitConnections"/>.</summary>
    public int MaxConnectionsPerClient { get; set; } = 20;

    /// <summary>How long <c>connection_init</c> is waited for; past it the socket is closed with 4408.</summary>
    public TimeSpan InitTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Messages that wait to be sent; where it is full, operations wait with their next event.</summary>
    public int MaxQueuedMessages { get; set; } = 32;

    /// <summary>How long a client may take to read before it counts as too slow; past it the socket is closed with 4503, and cut off
    /// where not even that can be sent.</summary>
    public TimeSpan SlowClientPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often an idle socket is asked whether it is still there.</summary>
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the answer to a close is waited for before the connection is cut.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The clock by which frames are counted.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Origins of other sites whose pages may open sockets, such as <c>https://portal.example</c>. Pages of the same host always may.</summary>
    public IList<string> AllowedOrigins { get; } = [];
}
