using System.Net;
using Plr.Host.Serving;
using Plr.Testing;

namespace Plr.Host.Tests.Serving;

/// <summary>What a client may spend is the operator's to say, and each client spends its own.</summary>
public sealed class CostBudgetTests : IAsyncLifetime
{
    private const string Document = "{ __typename }";
    private readonly TestDatabase database = new(DatabaseTemplate.Demonstration);
    private readonly HttpClient http = new();

    public Task InitializeAsync() => database.CreateAsync();

    public async Task DisposeAsync()
    {
        http.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task The_members_of_an_organisation_share_a_budget_and_others_have_their_own()
    {
        await using var server = await StartAsync("2", "1");
        var jo = GraphServer.Token("--organisation", "19990020", "--kind", "careers-adviser", "--person", "Jo Fisher");
        var kim = GraphServer.Token("--organisation", "19990020", "--kind", "careers-adviser", "--person", "Kim Wood");
        var statuses = new List<HttpStatusCode>();
        GraphAnswer answer;
        do
        {
            answer = await AskAsync(server, statuses.Count % 2 == 0 ? jo : kim);
            statuses.Add(answer.Status);
        }
        while (answer.Status is HttpStatusCode.OK && statuses.Count < 500); // Each takes 1 of 2, and 1 a second comes back.

        Assert.Equal((HttpStatusCode.TooManyRequests, "COST_BUDGET_EXHAUSTED"), (answer.Status, answer.Codes.Single()));
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, GraphServer.Token("--learner", "9000000075"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, token: null)).Status);
    }

    [Theory]
    [InlineData("much", "1", "`Plr__CostBudget__Capacity` is `much`; it is a whole number, at least 0")]
    [InlineData("-1", "1", "`Plr__CostBudget__Capacity` is `-1`; it is a whole number, at least 0")]
    [InlineData("1", "0", "`Plr__CostBudget__PerSecond` is `0`; it is a whole number, at least 1")]
    public async Task A_setting_that_is_no_number_is_refused_at_start(string capacity, string perSecond, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<RefusedException>(() => StartAsync(capacity, perSecond))).Message);

    private Task<GraphAnswer> AskAsync(PlrServer server, string? token) =>
        GraphAnswer.AskAsync(http, server.Address + "/graphql", Document, null, token);

    private Task<PlrServer> StartAsync(string capacity, string perSecond) => PlrServer.StartAsync(
        GraphServer.Options(database.ConnectionString, ("Plr:CostBudget:Capacity", capacity), ("Plr:CostBudget:PerSecond", perSecond)),
        CancellationToken.None);
}
