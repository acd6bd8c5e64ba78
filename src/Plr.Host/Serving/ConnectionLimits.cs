using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Plr.Host.Serving;

/// <summary>What strangers may hold open, and for how long. Every limit is inclusive: exactly so many pass.</summary>
internal static class ConnectionLimits
{
    /// <summary>Connections at once; one more is closed as it comes. The server itself would take any number.</summary>
    public const int MaxConnections = 20_000;

    /// <summary>Of these, sockets.</summary>
    public const int MaxSockets = 10_000;

    /// <summary>Bytes of a body that reach any endpoint, well past what the graph reads itself.</summary>
    public const long MaxBodyBytes = 8_388_608;

    /// <summary>How long a connection may say nothing between two requests, or before the first.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    /// <summary>How long the headers of a request may take to arrive.</summary>
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);

    public static void Set(KestrelServerOptions server) => Set(server, MaxConnections, MaxSockets);

    // With numbers that a test can reach.
    internal static void Set(KestrelServerOptions server, int connections, int sockets)
    {
        server.AddServerHeader = false;
        server.Limits.MaxConcurrentConnections = connections;
        server.Limits.MaxConcurrentUpgradedConnections = sockets;
        server.Limits.MaxRequestBodySize = MaxBodyBytes;
        server.Limits.KeepAliveTimeout = Idle;
        server.Limits.RequestHeadersTimeout = Headers;
    }
}
