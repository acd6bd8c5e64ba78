using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Plr.Testing;
using Xunit.Abstractions;

namespace Plr.Host.Tests.Serving;

/// <summary>What the operations of <c>clients/operations</c> may cost, as reckoned, and what they do.</summary>
public sealed class OperationCostTests(GraphServer server, ITestOutputHelper output) : IClassFixture<GraphServer>
{
    public static TheoryData<string> Names => OperationFileTests.Names;

    [Theory, MemberData(nameof(Names))]
    public async Task An_operation_costs_no_more_than_is_reckoned_and_far_less_than_is_allowed(string name)
    {
        var directory = RepositoryRoot.Combine("clients", "operations");
        var variables = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(directory, $"{name}.variables.json")));
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address + "/graphql")
        {
            Content = JsonContent.Create(new { query = await File.ReadAllTextAsync(Path.Combine(directory, $"{name}.graphql")), variables }),
        };
        request.Headers.Add("GraphQL-Cost", "report");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", OperationFileTests.Token(name, variables));
        using var response = await server.Http.SendAsync(request);
        var cost = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("extensions").GetProperty("cost");
        output.WriteLine($"{name}: {cost}");
        foreach (var kind in new[] { "fieldCost", "typeCost" })
        {
            var requested = cost.GetProperty(kind).GetProperty("requested").GetDecimal();
            Assert.InRange(cost.GetProperty(kind).GetProperty("actual").GetDecimal(), 0, requested);
            Assert.InRange(requested, 1, 10_000);
        }
    }
}
