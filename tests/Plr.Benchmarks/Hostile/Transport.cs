namespace Plr.Benchmarks.Hostile;

/// <summary>A way in which an operation reaches the server.</summary>
internal enum Transport
{
    /// <summary>One request, POST.</summary>
    Http,

    /// <summary>An array of two: the attack, and a harmless operation that must be answered beside it.</summary>
    Batch,

    /// <summary>POST with the document's SHA-256, so that it would be registered; afterwards the hash alone.</summary>
    Persisted,

    /// <summary><c>subscribe</c> over <c>graphql-transport-ws</c>.</summary>
    WebSocket,

    /// <summary>POST that accepts <c>text/event-stream</c>.</summary>
    EventStream,
}
