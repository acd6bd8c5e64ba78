using System.Globalization;
using System.Net.WebSockets;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.Benchmarks.Hostile;

/// <content>Class E: sockets. What needs a token or a running subscription is a test of its own project.</content>
internal static partial class ProtocolAttacks
{
    private const string Handshake =
        "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    private static IEnumerable<ProtocolAttack> OverSockets =>
    [
        new("E02", "the older protocol `graphql-ws`", "the handshake is 400", LegacyAsync),
        new("E03", "sockets that say nothing", "4408 after 3 s, and at most 20 of one client", SilentAsync),
        new("E08", "an operation before `connection_init`", "4401", EarlyAsync),
        new("E15", "a message of 16 MB", "1009", (server, stop) => FloodAsync(server, 1, new string(' ', 16_000_000), 1009, stop)),
        new("E15b", "100,000 pings at once", "1008", (server, stop) => FloodAsync(server, 100_000, "{\"type\":\"ping\"}", 1008, stop)),
        new("E15c", "an offer to compress", "is not taken", CompressedAsync),
    ];

    private static async Task<string?> LegacyAsync(Uri server, CancellationToken stop)
    {
        var answer = await RawConnection.ExchangeAsync(server, $"{Handshake}Sec-WebSocket-Protocol: graphql-ws\r\n\r\nConnection: close\r\n\r\n", stop);
        return answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal) && answer.Contains(HttpErrorCodes.SubprotocolUnsupported, StringComparison.Ordinal) ? null : answer;
    }

    private static async Task<string?> SilentAsync(Uri server, CancellationToken stop)
    {
        var sockets = new List<AttackSocket>();
        try
        {
            while (sockets.Count <= 20)
            {
                sockets.Add(await AttackSocket.ConnectAsync(server, "graphql-transport-ws", stop));
            }

            return "more than 20 sockets of one client are open";
        }
        catch (WebSocketException) when (sockets.Count > 10)
        {
            var closes = await Task.WhenAll(sockets.Select(socket => socket.ReceiveCloseAsync(stop)));
            return closes.All(code => code is 4408) ? null : string.Join(", ", closes);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task<string?> EarlyAsync(Uri server, CancellationToken stop)
    {
        using var socket = await AttackSocket.ConnectAsync(server, "graphql-transport-ws", stop);
        var reply = await socket.SubscribeAsync(Payload.Of("mutation{revokePermission(input:{id:\"x\"}){__typename}}").ToJson(), stop);
        return reply.CloseCode is 4401 ? null : reply.ToString();
    }

    private static async Task<string?> FloodAsync(Uri server, int times, string message, int expected, CancellationToken stop)
    {
        using var socket = await AttackSocket.OpenAsync(server, stop);
        var closing = socket.ReceiveCloseAsync(stop);
        var bytes = System.Text.Encoding.UTF8.GetBytes(message);
        for (var i = 0; i < times && socket.IsOpen && !closing.IsCompleted; i++)
        {
            await socket.SendAsync(bytes, stop);
        }

        var code = await closing;
        return code == expected ? null : string.Create(CultureInfo.InvariantCulture, $"closed with {code}");
    }

    private static async Task<string?> CompressedAsync(Uri server, CancellationToken stop)
    {
        using var connection = await RawConnection.OpenAsync(server, stop);
        await connection.SendAsync($"{Handshake}Sec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n", stop);
        var answer = await connection.ReadToEndAsync(stop); // Closed after 3 s, since nothing is said.
        return answer.StartsWith("HTTP/1.1 101 ", StringComparison.Ordinal) && !answer.Contains("Sec-WebSocket-Extensions", StringComparison.Ordinal) ? null : answer;
    }
}
