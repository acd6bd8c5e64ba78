namespace Plr.GraphQL.AspNetCore.Sockets;

/// <summary>Why a socket was closed, as a number.</summary>
/// <remarks>RFC 6455, 7.4.1 below 4000; the protocol of graphql-ws from 4000; 4503 is ours.</remarks>
internal static class CloseCodes
{
    public const int Normal = 1000;
    public const int GoingAway = 1001;
    public const int PolicyViolation = 1008;
    public const int MessageTooBig = 1009;
    public const int BadRequest = 4400;
    public const int Unauthorized = 4401;
    public const int Forbidden = 4403;
    public const int InitTimeout = 4408;
    public const int SubscriberExists = 4409;
    public const int TooManyInits = 4429;
    public const int InternalError = 4500;
    public const int SlowClient = 4503;
}
