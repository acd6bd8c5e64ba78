namespace Plr.GraphQL.AspNetCore.Sockets;

/// <summary>Whether a socket is admitted, and for how long.</summary>
public sealed record ConnectionDecision
{
    private ConnectionDecision()
    {
    }

    /// <summary>First instant at which it is open no longer, UTC; null for no end.</summary>
    public DateTimeOffset? Until { get; private init; }

    /// <summary>Why it is closed with 4403, told to the client; null when it is admitted.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Lets the socket in.</summary>
    public static ConnectionDecision Admit(DateTimeOffset? until) => new() { Until = until };

    /// <summary>Keeps the socket out.</summary>
    /// <param name="reason">At most 123 bytes of UTF-8; what is longer is cut.</param>
    public static ConnectionDecision Refuse(string reason) => new() { Refusal = reason };
}
