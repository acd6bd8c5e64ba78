namespace Plr.GraphQL.AspNetCore.Sockets.Messages;

internal enum ClientMessageType
{
    /// <summary>Nothing that the protocol knows.</summary>
    Unknown,
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}
