using System.Net;
using System.Text;

namespace Plr.GraphQL.AspNetCore.Tests;

public sealed class PlanHeaderTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)] // Outside Development the header tells nothing.
    public async Task The_plan_is_told_where_the_server_tells_plans(bool reportPlans, bool isTold)
    {
        await using var server = await TestServer.StartAsync(options => options.ReportPlans = reportPlans);
        var answer = await SendAsync(server, "report");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(isTold, answer.Body.Contains("resolved by Query.hello, an object at a time", StringComparison.Ordinal));
        Assert.Equal(isTold, answer.Body.Contains("extensions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_header_does_not_know_is_refused_with_what_it_does()
    {
        await using var server = await TestServer.StartAsync(options => options.ReportPlans = true);
        var answer = await SendAsync(server, "please");
        Assert.Equal((HttpStatusCode.BadRequest, "the header `GraphQL-Plan` must be `report`"), (answer.Status, answer.Message));
    }

    private static async Task<Answer> SendAsync(TestServer server, string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(Requests.Query("{ hello }"), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("GraphQL-Plan", header);
        return await server.SendAsync(request, Requests.GraphQLResponse);
    }
}
