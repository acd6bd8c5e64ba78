using System.Net;

namespace Plr.GraphQL.AspNetCore.Tests.Sockets;

public sealed class HandshakeTests
{
    [Theory]
    [InlineData("h2c")]
    [InlineData("websocket")] // without a version, a key or a protocol
    public async Task An_upgrade_that_is_no_handshake_of_the_protocol_is_refused(string upgrade)
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.ParseAdd(upgrade);
        var answer = await server.SendAsync(request, null);
        Assert.Equal((HttpStatusCode.BadRequest, "SUBPROTOCOL_UNSUPPORTED"), (answer.Status, answer.Code));
    }
}
