using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Plr.Benchmarks.Comparison;
using Plr.Benchmarks.Consented;
using Plr.Benchmarks.Serving;
using Plr.Benchmarks.Serving.Floor;
using Plr.Benchmarks.Serving.Graph;
using Plr.Domain.Identifiers;
using Plr.Host.Serving;
using Plr.Testing;

namespace Plr.Conformance.Tests.Benchmarks;

/// <summary>The floor of the consented graph owes the learner what the graph owes: the same bytes, the same rows in the log, the same refusals.</summary>
public sealed class ConsentedFloorTests(DemonstrationFixture demonstration) : IClassFixture<DemonstrationFixture>, IAsyncLifetime
{
    private const string AnyPort = "http://127.0.0.1:0";
    private readonly string dataDirectory = Directory.CreateTempSubdirectory("plr-consented-").FullName;
    private IReadOnlyList<Uln> ulns = null!; // These three are made in InitializeAsync, before any test.
    private ConsentedFloorServer floor = null!;
    private PlrServer graph = null!;

    public async Task InitializeAsync()
    {
        ulns = await ConsentedDatabase.FillAsync(demonstration.ConnectionString, 20, CancellationToken.None);
        graph = await GraphServer.StartAsync(demonstration.ConnectionString, AnyPort, dataDirectory, CancellationToken.None);
        floor = await ConsentedFloorServer.StartAsync(demonstration.ConnectionString, AnyPort, dataDirectory, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await floor.DisposeAsync();
        await graph.DisposeAsync();
        Directory.Delete(dataDirectory, recursive: true);
    }

    [Fact]
    public async Task Both_give_the_same_bytes_for_every_learner()
    {
        var longest = await SameBytes.CheckAsync(Targets(AdviserToken.Issue(dataDirectory), [.. ulns.Select(Body)]), ConsentedRun.Accepts, CancellationToken.None);
        Assert.InRange(longest, 500, 5_000);
    }

    [Fact]
    public async Task Answers_that_differ_are_not_compared()
    {
        var targets = Targets(AdviserToken.Issue(dataDirectory), [Body(ulns[0])]);
        targets[1] = targets[1] with { Bodies = [Body(ulns[1])] };
        await Assert.ThrowsAsync<InvalidOperationException>(() => SameBytes.CheckAsync(targets, ConsentedRun.Accepts, CancellationToken.None));
    }

    [Fact]
    public async Task Both_leave_the_same_row_in_the_log()
    {
        var learner = ulns[3];
        using var client = new HttpClient();
        foreach (var target in Targets(AdviserToken.Issue(dataDirectory), [Body(learner)]))
        {
            await target.AskAsync(client, 0, CancellationToken.None);
        }

        Assert.Equal([2L], await DistinctRowsAsync(learner));
    }

    [Theory]
    [InlineData("UPDATE permission_grants SET revoked_at = now() - interval '1 day' WHERE uln = $1")]
    [InlineData("UPDATE permission_grants SET valid_until = valid_from + interval '1 second' WHERE uln = $1")]
    [InlineData("UPDATE permission_grants SET effect = 'Block' WHERE uln = $1")]
    [InlineData("UPDATE permission_grants SET scopes = ARRAY['Identity'] WHERE uln = $1")]
    [InlineData("UPDATE learners SET privacy_notice = 'SeenDoesNotShare' WHERE uln = $1")]
    public async Task What_the_graph_withholds_the_floor_refuses(string change)
    {
        var learner = ulns[^1];
        await using (var command = demonstration.DataSource.CreateCommand($"CREATE TABLE kept AS SELECT * FROM permission_grants WHERE uln = {learner.Value}; CREATE TABLE kept_learner AS SELECT * FROM learners WHERE uln = {learner.Value}"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using (var command = demonstration.DataSource.CreateCommand(change))
        {
            command.Parameters.AddWithValue(learner.Value);
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        try
        {
            await AssertWithheldAsync(AdviserToken.Issue(dataDirectory), learner);
        }
        finally
        {
            await using var command = demonstration.DataSource.CreateCommand(
                $"DELETE FROM permission_grants WHERE uln = {learner.Value}; INSERT INTO permission_grants SELECT * FROM kept; "
                + $"UPDATE learners SET privacy_notice = (SELECT privacy_notice FROM kept_learner) WHERE uln = {learner.Value}; DROP TABLE kept, kept_learner");
            await command.ExecuteNonQueryAsync();
        }
    }

    [Theory]
    [InlineData("19990021")] // Has signed no agreement.
    [InlineData("19990030")] // Is no careers adviser.
    [InlineData("19999999")] // Is not listed.
    public Task Another_organisation_is_refused(string ukprn) => AssertWithheldAsync(AdviserToken.Issue(dataDirectory, ukprn), ulns[0]);

    [Theory]
    [InlineData("")]
    [InlineData("Bearer nonsense")]
    public async Task Without_a_token_nothing_is_answered(string header)
    {
        using var client = new HttpClient();
        using var request = Request(ulns[0]);
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    private async Task AssertWithheldAsync(string token, Uln learner)
    {
        var before = await ConsentedDatabase.DisclosuresAsync(demonstration.ConnectionString, CancellationToken.None);
        using var client = new HttpClient();
        using var request = Request(learner);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var answer = JsonNode.Parse(await Targets(token, [Body(learner)])[1].AskAsync(client, 0, CancellationToken.None))!;
        Assert.Null(answer["data"]!["learner"]!["achievements"]);
        Assert.Equal("CONSENT_REQUIRED", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal(before, await ConsentedDatabase.DisclosuresAsync(demonstration.ConnectionString, CancellationToken.None));
    }

    private HttpRequestMessage Request(Uln learner) => new(HttpMethod.Post, floor.Address + "/graphql") { Content = new ByteArrayContent(Body(learner)) };

    private Target[] Targets(string token, byte[][] bodies) =>
    [
        new("floor", new Uri(floor.Address + "/graphql"), null, token, bodies),
        new("graph", new Uri(graph.Address + "/graphql"), null, token, bodies),
    ];

    private static byte[] Body(Uln learner) => Operation.Body(Documents.Consented, new JsonObject { ["uln"] = $"{learner.Value}" });

    // How many rows there are of each content; key and time are each row's own.
    private async Task<List<long>> DistinctRowsAsync(Uln learner)
    {
        await using var command = demonstration.DataSource.CreateCommand(
            "SELECT count(*) FROM disclosures WHERE uln = $1 GROUP BY organisation, person, scopes, basis, grant_id, operation, purpose");
        command.Parameters.AddWithValue(learner.Value);
        await using var rows = await command.ExecuteReaderAsync();
        var counts = new List<long>();
        while (await rows.ReadAsync())
        {
            counts.Add(rows.GetInt64(0));
        }

        return counts;
    }
}
