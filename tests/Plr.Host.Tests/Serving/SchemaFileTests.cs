using Plr.Testing;

namespace Plr.Host.Tests.Serving;

/// <summary>The files that people review are what the server serves.</summary>
public sealed class SchemaFileTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("catalogue")]
    [InlineData("records")]
    public async Task The_federation_sdl_of_a_subgraph_is_its_file(string subgraph)
    {
        var answer = await server.AskAsync("{ _service { sdl } }", path: $"/graphql/{subgraph}");
        Assert.Equal(await File.ReadAllTextAsync(RepositoryRoot.Combine("schema", $"{subgraph}.graphql")), answer.Text("_service.sdl"));
    }

    [Fact]
    public async Task The_sdl_of_the_whole_graph_holds_both_subgraphs_and_no_federation()
    {
        var sdl = await server.Http.GetStringAsync($"{server.Address}/graphql?sdl");
        Assert.Contains("type Learner", sdl, StringComparison.Ordinal);
        Assert.Contains("type RuleOfCombination", sdl, StringComparison.Ordinal);
        Assert.Contains("@consent", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("@key", sdl, StringComparison.Ordinal);
    }
}
