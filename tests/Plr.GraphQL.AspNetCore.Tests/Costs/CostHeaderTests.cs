using System.Net;
using System.Text;

namespace Plr.GraphQL.AspNetCore.Tests.Costs;

public sealed class CostHeaderTests
{
    [Fact]
    public async Task Report_executes_and_tells_the_cost()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await SendAsync(server, "{ hello }", "report");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            """{"data":{"hello":"hello, you"},"extensions":{"cost":{"requested":1,"actual":1,"fieldCost":{"requested":0,"actual":0},"typeCost":{"requested":1,"actual":1}}}}""",
            answer.Body);
    }

    [Fact]
    public async Task Validate_tells_the_cost_and_does_not_execute()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await SendAsync(server, "{ breaks }", "validate");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"extensions":{"cost":{"requested":1,"fieldCost":{"requested":0},"typeCost":{"requested":1}}}}""", answer.Body);
    }

    [Fact]
    public async Task What_the_header_does_not_know_is_refused_with_what_it_does()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await SendAsync(server, "{ hello }", "please");
        Assert.Equal((HttpStatusCode.BadRequest, "PARAMETER_MALFORMED"), (answer.Status, answer.Code));
        Assert.Equal("the header `GraphQL-Cost` must be `report` or `validate`", answer.Message);
    }

    private static async Task<Answer> SendAsync(TestServer server, string document, string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(Requests.Query(document), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("GraphQL-Cost", header);
        return await server.SendAsync(request, Requests.GraphQLResponse);
    }
}
