using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plr.Host.Serving;
using Plr.Testing;

namespace Plr.Host.Tests.Serving;

/// <summary>An operator can let the graph execute what its own clients were built with, and nothing else.</summary>
public sealed class TrustedDocumentTests : IAsyncLifetime
{
    private const string Trusted = """{ qualification(number: "600/8900/3") { number } }""";
    private readonly TestDatabase database = new(DatabaseTemplate.Demonstration);
    private readonly HttpClient http = new();
    private readonly string manifest = Path.GetTempFileName();

    public Task InitializeAsync() => database.CreateAsync();

    public async Task DisposeAsync()
    {
        File.Delete(manifest);
        http.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_documents_of_the_manifest_are_executed()
    {
        await WriteAsync(Trusted);
        await using var server = await StartAsync();
        using var answer = await http.PostAsJsonAsync(server.Address + "/graphql", new { documentId = "sha256:" + Hash(Trusted) });
        Assert.Equal("""{"data":{"qualification":{"number":"600/8900/3"}}}""", await answer.Content.ReadAsStringAsync());
        var free = await GraphAnswer.AskAsync(http, server.Address + "/graphql", "{ __typename }", null, null);
        Assert.Equal((HttpStatusCode.Forbidden, "DOCUMENT_NOT_TRUSTED"), (free.Status, free.Codes.Single()));
        using var subgraph = await http.GetAsync(server.Address + "/graphql/records?query={__typename}"); // No way round.
        Assert.Equal(HttpStatusCode.NotFound, subgraph.StatusCode);
    }

    [Fact]
    public async Task A_manifest_that_does_not_fit_the_graph_is_refused_at_start()
    {
        await WriteAsync("{ nothing }");
        var refusal = await Assert.ThrowsAsync<RefusedException>(StartAsync);
        Assert.StartsWith($"`Plr__TrustedDocuments`: the trusted document `{Hash("{ nothing }")}` can not be executed", refusal.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(manifest, "[]");
        Assert.Contains("the manifest must be one JSON object", (await Assert.ThrowsAsync<RefusedException>(StartAsync)).Message, StringComparison.Ordinal);
    }

    private Task WriteAsync(string document) =>
        File.WriteAllTextAsync(manifest, JsonSerializer.Serialize(new Dictionary<string, string> { [Hash(document)] = document }));

    private Task<PlrServer> StartAsync() => PlrServer.StartAsync(
        GraphServer.Options(database.ConnectionString, ("Plr:TrustedDocuments", manifest), ("Plr:OnlyTrustedDocuments", "true")),
        CancellationToken.None);

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
