using System.Text.Json;

namespace Plr.Conformance.Tests.Federation;

/// <summary>Apollo's compatibility cases for subgraphs, against a subgraph on this engine, through Apollo's gateway.</summary>
/// <remarks>npm <c>@apollo/federation-subgraph-compatibility-tests</c>. The suite listens on ports 4000, 4002 and 4003 of 127.0.0.1.</remarks>
public sealed class FederationCompatibilityTests
{
    private const string Schema = "node_modules/@apollo/federation-subgraph-compatibility-tests/products.graphql";

    // Apollo's own tracing format inside the response: an offer to its cloud, no part of the subgraph protocol.
    private static readonly string[] NotOffered = ["ftv1"];

    [Fact]
    public async Task Every_case_of_the_subgraph_protocol_passes()
    {
        var workspace = await NodeWorkspace.InstallAsync("tests/Plr.Conformance.Tests/Federation");
        await using var subgraph = await ProductsSubgraph.StartAsync(await File.ReadAllTextAsync(workspace.PathOf(Schema)));

        using var report = JsonDocument.Parse(await workspace.RunAsync("compatibility.mjs", subgraph.Urls.Single() + "/"));

        Assert.Equal(NotOffered, Names(report, "failed"));
        Assert.Equal(22, Names(report, "passed").Count());
    }

    private static IEnumerable<string> Names(JsonDocument report, string status) =>
        report.RootElement.GetProperty(status).EnumerateArray().Select(name => name.GetString() ?? "");
}
