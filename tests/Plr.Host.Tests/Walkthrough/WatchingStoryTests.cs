using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Execution;
using Plr.Host.Tests.Serving;

namespace Plr.Host.Tests.Walkthrough;

/// <summary>An adviser watches what Gwen achieves for as long as she permits it: over the real program, database and transport.</summary>
public sealed class WatchingStoryTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Watch = """
        subscription Watch { achievementRecorded(uln: "9000000075") { awardedOn ... on UnitAchievement { unit { number } } } }
        """;

    private static readonly string Adviser = GraphServer.Token("--organisation", "19990020", "--kind", "careers-adviser", "--person", "Jo Fisher");
    private static readonly string Awarder = GraphServer.Token("--organisation", "19990001", "--kind", "awarding-organisation");
    private static readonly string Learner = GraphServer.Token("--learner", "9000000075");

    [Fact]
    public async Task The_adviser_sees_what_is_recorded_until_the_grant_is_taken_back()
    {
        using (var refused = await OpenAsync())
        {
            Assert.Contains("CONSENT_REQUIRED", await NextAsync(refused), StringComparison.Ordinal);
        }

        var grant = await GrantAsync();
        using var watch = await OpenAsync();
        await UntilOpenAsync();
        await SubmitAsync("H/000/9001");
        Assert.Equal("""{"data":{"achievementRecorded":{"awardedOn":"2026-06-12","unit":{"number":"H/000/9001"}}}}""", await NextAsync(watch));

        var revoked = await server.AskAsync(
            "mutation Revoke($id: ID!) { revokePermission(input: { id: $id }) { grant { state } errors { __typename } } }", new { id = grant }, Learner);
        Assert.Equal("REVOKED", revoked.Text("revokePermission.grant.state"));
        await SubmitAsync("R/000/9012");
        var last = await NextAsync(watch);
        Assert.Contains("CONSENT_REQUIRED", last, StringComparison.Ordinal);
        Assert.DoesNotContain("R/000/9012", last, StringComparison.Ordinal);
        Assert.Null(await NextAsync(watch));
        await AssertLoggedOnceAsync();
    }

    private async Task<string?> GrantAsync()
    {
        var granted = await server.AskAsync(
            """
            mutation { grantPermission(input: {
              grantee: { organisation: "19990020" }, scopes: [QUALIFICATION_ACHIEVEMENTS], purpose: "careers advice" }) { grant { id } errors { __typename } } }
            """, token: Learner);
        return granted.Text("grantPermission.grant.id");
    }

    private async Task SubmitAsync(string unit)
    {
        var submitted = await server.AskAsync(
            "mutation Submit($input: SubmitAchievementsInput!) { submitAchievements(input: $input) { created errors { __typename } } }",
            new { input = new { items = new[] { new { uln = "9000000075", familyName = "Evans", unit, awardedOn = "2026-06-12" } } } },
            Awarder);
        Assert.True(submitted.Text("submitAchievements.created") == "1", submitted.ToString());
    }

    private async Task AssertLoggedOnceAsync()
    {
        var log = await server.AskAsync(
            """{ learner(uln: "9000000075") { disclosures { nodes { operation scopes } } } }""", token: Learner);
        var entry = Assert.Single(log.At("learner.disclosures.nodes").EnumerateArray(), node => node.GetProperty("operation").GetString() == "Watch");
        Assert.Equal(["QUALIFICATION_ACHIEVEMENTS"], entry.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
    }

    private async Task UntilOpenAsync()
    {
        var executor = server.Services.GetRequiredService<RequestExecutorProvider>().Get("combined");
        for (var tries = 0; executor.OpenSubscriptions == 0 && tries < 500; tries++)
        {
            await Task.Delay(10);
        }

        await Task.Delay(100); // It counts as open a moment before it watches.
    }

    private async Task<StreamReader> OpenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address + "/graphql") { Content = JsonContent.Create(new { query = Watch }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Adviser);
        var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    // The data of the next event; null when the stream is complete.
    private static async Task<string?> NextAsync(StreamReader stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await stream.ReadLineAsync(patience.Token) is { } line)
        {
            if (line == "event: complete")
            {
                return null;
            }

            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }

        throw new JsonException("the stream was cut");
    }
}
