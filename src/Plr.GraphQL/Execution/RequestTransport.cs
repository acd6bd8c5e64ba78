namespace Plr.GraphQL.Execution;

/// <summary>How a request came, as operators are told.</summary>
public enum RequestTransport
{
    /// <summary>From code in this process.</summary>
    Direct,

    /// <summary>By GET or POST, answered whole.</summary>
    Http,

    /// <summary>With others in one body.</summary>
    Batch,

    /// <summary>By GET or POST, answered in parts where something is deferred.</summary>
    Multipart,

    /// <summary>Answered by server-sent events.</summary>
    EventStream,

    /// <summary>Over a socket.</summary>
    WebSocket,
}
