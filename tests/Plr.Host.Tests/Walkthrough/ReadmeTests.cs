using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plr.Host.Tests.Serving;
using Plr.Testing;

namespace Plr.Host.Tests.Walkthrough;

/// <summary>What the README tells a newcomer to send, and what it says comes back.</summary>
public sealed partial class ReadmeTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Fact]
    public async Task Every_request_of_the_README_gets_the_answer_that_stands_below_it()
    {
        var readme = await File.ReadAllTextAsync(RepositoryRoot.Combine("README.md"));
        var tokens = Tokens().Matches(readme).ToDictionary(
            match => match.Groups["name"].Value,
            match => GraphServer.Token([.. Words().Matches(match.Groups["arguments"].Value).Select(word => word.Value.Trim('"'))]));
        var requests = Requests().Matches(readme);
        Assert.Equal(5, requests.Count);

        var grant = "GRANT";
        foreach (Match request in requests)
        {
            var answer = await SendAsync(request.Groups["body"].Value.Replace("GRANT", grant, StringComparison.Ordinal), tokens[request.Groups["who"].Value]);
            if (grant == "GRANT" && answer["data"]?["grantPermission"]?["grant"]?["id"] is { } id)
            {
                grant = id.GetValue<string>();
            }

            var told = JsonNode.Parse(request.Groups["answer"].Value.Replace("GRANT", grant, StringComparison.Ordinal));
            Assert.True(JsonNode.DeepEquals(told, answer), $"the README tells\n{told}\nand the answer is\n{answer}");
        }
    }

    private async Task<JsonNode> SendAsync(string body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address + "/graphql")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await server.Http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!; // An answer is never the JSON null.
    }

    [GeneratedRegex(@"^(?<name>[A-Z]+)=\$\(dotnet run --project src/Plr\.Host -- token (?<arguments>.*)\)$", RegexOptions.Multiline)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"""[^""]*""|\S+")]
    private static partial Regex Words();

    [GeneratedRegex(@"Bearer \$(?<who>[A-Z]+)"".*?\n(?<body>\{.*?)\nJSON\n```\s+```json\n(?<answer>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Requests();
}
