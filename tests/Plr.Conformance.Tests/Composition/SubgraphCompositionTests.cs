using System.Text.Json;
using Plr.Testing;

namespace Plr.Conformance.Tests.Composition;

/// <summary>The subgraphs make one supergraph, for the routers of either composer.</summary>
public sealed class SubgraphCompositionTests
{
    private static readonly string Catalogue = RepositoryRoot.Combine("schema", "catalogue.graphql");
    private static readonly string Records = RepositoryRoot.Combine("schema", "records.graphql");

    [Theory]
    [InlineData("apollo")]
    [InlineData("guild")]
    public async Task Both_composers_compose_the_subgraphs(string composer)
    {
        using var result = await ComposeAsync(Catalogue, Records);

        Assert.Equal([], Errors(result, composer));
        Assert.False(string.IsNullOrEmpty(result.RootElement.GetProperty(composer).GetProperty("supergraph").GetString()));
    }

    [Fact] // PLR_ACCEPT=1 rewrites it; `git diff` judges.
    public async Task The_supergraph_in_the_repository_is_what_the_subgraphs_compose_to()
    {
        using var result = await ComposeAsync(Catalogue, Records);
        var supergraph = result.RootElement.GetProperty("apollo").GetProperty("supergraph").GetString() + "\n";
        var path = RepositoryRoot.Combine("schema", "supergraph.graphql");
        if (Environment.GetEnvironmentVariable("PLR_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(path, supergraph);
        }

        Assert.True(File.Exists(path), "schema/supergraph.graphql is missing: run the tests with PLR_ACCEPT=1");
        Assert.Equal(await File.ReadAllTextAsync(path), supergraph);
    }

    [Theory] // A guard that nobody has seen fail is not yet a guard.
    [InlineData("apollo")]
    [InlineData("guild")]
    public async Task A_field_that_both_define_without_sharing_it_is_refused(string composer)
    {
        var unshared = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                unshared, (await File.ReadAllTextAsync(Catalogue)).Replace("type PageInfo @shareable", "type PageInfo", StringComparison.Ordinal));

            using var result = await ComposeAsync(unshared, Records);

            Assert.Contains(Errors(result, composer), error => error.Contains("PageInfo", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(unshared);
        }
    }

    private static async Task<JsonDocument> ComposeAsync(string catalogue, string records)
    {
        var workspace = await NodeWorkspace.InstallAsync("tests/Plr.Conformance.Tests/Composition");
        return JsonDocument.Parse(await workspace.RunAsync("compose.mjs", $"catalogue={catalogue}", $"records={records}"));
    }

    private static IEnumerable<string> Errors(JsonDocument result, string composer) =>
        result.RootElement.GetProperty(composer).GetProperty("errors").EnumerateArray().Select(error => error.GetString() ?? "");
}
