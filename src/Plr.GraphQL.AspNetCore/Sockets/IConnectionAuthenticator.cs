using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Sockets;

/// <summary>A scoped service that decides who is at the other end of a socket, from the payload of <c>connection_init</c>.</summary>
/// <remarks>Browsers can not send headers with a socket, so a token may come in the payload. What it learns, it notes in scoped services, which
/// every operation of the socket is given (<see cref="Execution.IRequestContext"/>). Without such a service every socket is admitted.</remarks>
public interface IConnectionAuthenticator
{
    /// <summary>Runs once a socket, before it is acknowledged.</summary>
    /// <param name="context">The handshake's request, with the services of the socket.</param>
    /// <param name="payload">One JSON object in UTF-8; empty when there is none.</param>
    /// <param name="cancellationToken">Ends with the socket.</param>
    ValueTask<ConnectionDecision> AuthenticateAsync(HttpContext context, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}
