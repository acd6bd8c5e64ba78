using System.Net.Http.Headers;
using System.Net.Http.Json;
using Plr.Host.Tests.Serving;

namespace Plr.Host.Tests.Walkthrough;

/// <summary>A learner sees on one device what they permit on another: over the real program, database and transport.</summary>
public sealed class PermissionWatchingStoryTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Watch = """subscription { permissionChanged(uln: "9000000075") { purpose state scopes } }""";
    private static readonly string Learner = GraphServer.Token("--learner", "9000000075");

    [Fact]
    public async Task A_grant_and_its_end_come_as_they_happen()
    {
        using var watch = await OpenAsync();
        await UntilOpenAsync();
        var granted = await server.AskAsync(
            """
            mutation { grantPermission(input: {
              grantee: { organisation: "19990020" }, scopes: [ROUTES], purpose: "careers advice" }) { grant { id } errors { __typename } } }
            """, token: Learner);
        Assert.Equal("""{"data":{"permissionChanged":{"purpose":"careers advice","state":"ACTIVE","scopes":["ROUTES"]}}}""", await NextAsync(watch));
        await server.AskAsync(
            "mutation Revoke($id: ID!) { revokePermission(input: { id: $id }) { grant { state } errors { __typename } } }",
            new { id = granted.Text("grantPermission.grant.id") }, Learner);
        Assert.Equal("""{"data":{"permissionChanged":{"purpose":"careers advice","state":"REVOKED","scopes":["ROUTES"]}}}""", await NextAsync(watch));
    }

    // It counts as open a moment before it watches, but compares with what stood before that moment.
    private async Task UntilOpenAsync()
    {
        for (var tries = 0; !(await server.Http.GetStringAsync(server.Address + "/metrics"))
            .Contains("graphql_server_subscriptions{graphql_schema=\"combined\"} 1\n", StringComparison.Ordinal) && tries < 500; tries++)
        {
            await Task.Delay(10);
        }

        await Task.Delay(200);
    }

    private async Task<StreamReader> OpenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address + "/graphql") { Content = JsonContent.Create(new { query = Watch }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Learner);
        var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    private static async Task<string?> NextAsync(StreamReader stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await stream.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }

        return null;
    }
}
