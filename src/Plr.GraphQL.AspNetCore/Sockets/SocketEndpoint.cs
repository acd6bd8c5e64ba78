using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http.Requests;
using Plr.GraphQL.AspNetCore.Http.Responses;
using Plr.GraphQL.AspNetCore.Observation;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.AspNetCore.Sockets;

/// <summary>Opens sockets for one GraphQL server at one path.</summary>
/// <remarks>RFC 6455, and the protocol <c>graphql-transport-ws</c>; the older <c>graphql-ws</c> is refused, since it begins without
/// <c>connection_init</c>. Messages are not compressed: a few bytes could else become very many.</remarks>
internal sealed class SocketEndpoint(RequestExecutor executor, GraphQLHttpOptions options, ConnectionCount operations, ILogger logger)
{
    private const string Protocol = "graphql-transport-ws";
    private readonly ConnectionCount connections = new(options.Sockets.MaxConnectionsPerClient, options.Metrics, HttpMetrics.WebSocket);

    /// <summary>Whether a request asks for a socket.</summary>
    public bool Takes(HttpRequest request) =>
        options.Sockets.Enabled && (request.Headers.Upgrade.Count > 0 || HttpMethods.IsConnect(request.Method));

    public async Task HandleAsync(HttpContext context)
    {
        var client = options.ClientOf(context);
        var problem = RefusalByHeaders(context);
        if (problem is null && !connections.TryAdd(client))
        {
            problem = TooMany;
        }

        if (problem is not null)
        {
            await ResponseSender.RefuseAsync(context, problem, ResponseFormat.Json, options);
            return;
        }

        try
        {
            await ServeAsync(context);
        }
        finally
        {
            connections.Remove(client);
        }
    }

    private HttpProblem? RefusalByHeaders(HttpContext context) =>
        !context.WebSockets.IsWebSocketRequest || !context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol) ? WrongProtocol
        : OriginRule.Allows(context.Request, options.Sockets) ? null
        : WrongOrigin;

    private async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = Protocol,
            KeepAliveInterval = options.Sockets.KeepAliveInterval,
            KeepAliveTimeout = options.Sockets.KeepAliveInterval,
        });
        using var connection = new SocketConnection(socket, context, executor, options, operations, logger);
        await connection.RunAsync();
    }

    private static HttpProblem WrongProtocol { get; } = new(
        StatusCodes.Status400BadRequest,
        HttpErrorCodes.SubprotocolUnsupported,
        $"a socket must be opened by a WebSocket handshake that offers the protocol `{Protocol}`");

    private static HttpProblem WrongOrigin { get; } = new(
        StatusCodes.Status403Forbidden, HttpErrorCodes.CrossSiteRefused, "a browser opens a socket for a page of another site, which is not among those allowed");

    private HttpProblem TooMany => new(
        StatusCodes.Status429TooManyRequests,
        HttpErrorCodes.LimitConnections,
        $"a client has at most {options.Sockets.MaxConnectionsPerClient} sockets open; close one first");
}
