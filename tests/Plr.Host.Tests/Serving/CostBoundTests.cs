using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Plr.GraphQL.Types;
using Plr.Testing;
using Xunit.Abstractions;

namespace Plr.Host.Tests.Serving;

/// <summary>What is reckoned before an operation is never below what it costs, over the graph as it is served and the demonstration.</summary>
public sealed class CostBoundTests(GraphServer server, ITestOutputHelper output) : IClassFixture<GraphServer>
{
    private const int Queries = 600;

    [Fact]
    public async Task No_random_query_costs_more_than_is_reckoned()
    {
        var firstSeed = Random.Shared.Next();
        output.WriteLine($"first seed {firstSeed}");
        var schema = Schema.Build(await server.Http.GetStringAsync(server.Address + "/graphql?sdl"));
        var learners = Learners();
        var known = await KnownAsync(learners);
        var (executed, dear) = (0, 0);
        for (var i = 0; i < Queries; i++)
        {
            var (seed, learner) = (unchecked(firstSeed + i), learners[i % learners.Length]);
            var query = new RandomQueries(schema, seed, known(learner)).Make();
            var answer = await AskAsync(query, learner);
            if (!answer.TryGetProperty("data", out _))
            {
                Assert.True(Code(answer) is GraphQL.ErrorCodes.CostLimitExceeded, $"seed {seed}: {query}: {answer}");
                continue;
            }

            foreach (var kind in new[] { "fieldCost", "typeCost" })
            {
                var cost = answer.GetProperty("extensions").GetProperty("cost").GetProperty(kind);
                Assert.True(cost.GetProperty("actual").GetDecimal() <= cost.GetProperty("requested").GetDecimal(), $"seed {seed}: {query}: {kind} {cost}");
                executed++;
                dear += cost.GetProperty("actual").GetDecimal() >= 10 ? 1 : 0;
            }
        }

        output.WriteLine($"{executed / 2} of {Queries} were executed, {dear} costs of 10 and more");
        Assert.True(executed > Queries && dear > Queries / 6, $"{executed / 2} executed, {dear} dear: the queries say too little");
    }

    [Theory] // A bound that is too high would refuse what clients have to ask.
    [InlineData(40, "shortestCompletion { number } groups { label isMet }")]
    [InlineData(9, "shortestCompletion { number } groups { label } counted { unit { number } achievement { id } } notCounted { unit { number } reason }")]
    public async Task Routes_with_their_progress_can_be_asked_for(int routes, string progress)
    {
        var learner = Learners()[0];
        var answer = await AskAsync(
            $"query ($uln: Uln!) {{ learner(uln: $uln) {{ routes(first: {routes}) {{ nodes {{ qualification {{ title }} progress {{ {progress} }} }} }} }} }}",
            learner, new { uln = learner });
        output.WriteLine(answer.GetProperty("extensions").GetProperty("cost").ToString());
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
    }

    [Fact]
    public async Task A_whole_rule_can_be_asked_for()
    {
        const string Document = """
            {
              qualification(number: "000/9002/5") {
                ruleOfCombination {
                  units { isMandatory group unit { number title } }
                  barredCombinations { atMost units { number } }
                  dependencies { unit { number } needsOneOf { number } }
                  sources { name }
                }
              }
            }
            """;
        var answer = await AskAsync(Document, Learners()[0]);
        output.WriteLine(answer.GetProperty("extensions").GetProperty("cost").ToString());
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
    }

    private static string[] Learners() =>
        [.. JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(RepositoryRoot.Combine("clients", "personas.json"))).EnumerateArray()
            .Where(persona => persona.TryGetProperty("uln", out _)).Select(persona => persona.GetProperty("uln").GetString()!)]; // It is a string where it is.

    private async Task<Func<string, IReadOnlyDictionary<string, string[]>>> KnownAsync(string[] learners)
    {
        var found = await AskAsync(
            "{ qualifications(first: 8, filter: { hasRuleOfCombination: true }) { nodes { id number } } units(first: 40) { nodes { id number } } organisations(first: 5) { nodes { id ukprn } } }",
            learners[0]);
        string[] Of(string list, string field) => [.. found.GetProperty("data").GetProperty(list).GetProperty("nodes").EnumerateArray()
            .Where(node => node.GetProperty(field).ValueKind is JsonValueKind.String).Select(node => $"\"{node.GetProperty(field)}\"")];
        var ids = Of("qualifications", "id").Concat(Of("units", "id")).Concat(Of("organisations", "id")).ToArray();
        var (qualifications, units) = (Of("qualifications", "number"), Of("units", "number"));
        return learner => new Dictionary<string, string[]>
        {
            ["Uln"] = [$"\"{learner}\""], ["ID"] = ids, ["QualificationNumber"] = qualifications, ["UnitNumber"] = units,
        };
    }

    private async Task<JsonElement> AskAsync(string query, string learner, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address + "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("GraphQL-Cost", "report");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", GraphServer.Token("--learner", learner));
        using var response = await server.Http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string? Code(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
}
