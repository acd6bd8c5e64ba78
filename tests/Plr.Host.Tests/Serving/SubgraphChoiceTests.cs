using System.Net;
using Plr.Host.Serving;
using Plr.Testing;

namespace Plr.Host.Tests.Serving;

/// <summary>One process can serve one subgraph alone, behind a federation router.</summary>
public sealed class SubgraphChoiceTests : IAsyncLifetime
{
    private readonly TestDatabase database = new(DatabaseTemplate.Demonstration);
    private readonly HttpClient http = new();

    public Task InitializeAsync() => database.CreateAsync();

    public async Task DisposeAsync()
    {
        http.Dispose();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("catalogue", "records", """{ qualification(number: "600/8900/3") { number } }""")]
    [InlineData("records", "catalogue", """{ learner(uln: "9000000075") { uln } }""")]
    public async Task A_subgraph_serves_alone(string subgraph, string other, string document)
    {
        await using var server = await PlrServer.StartAsync(
            GraphServer.Options(database.ConnectionString, ("Plr:Subgraphs", subgraph)), CancellationToken.None);
        foreach (var path in new[] { "/graphql", $"/graphql/{subgraph}" })
        {
            var answer = await GraphAnswer.AskAsync(http, server.Address + path, document, null, null);
            Assert.True(answer.Status == HttpStatusCode.OK && answer.Codes.Count == 0, $"{path}: {answer}");
            Assert.Empty((await GraphAnswer.AskAsync(http, server.Address + path, "{ _service { sdl } }", null, null)).Codes);
        }

        using var absent = await http.GetAsync($"{server.Address}/graphql/{other}?query={{__typename}}");
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }
}
