using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Tests.Costs;

public sealed class BudgetOverHttpTests
{
    [Theory]
    [InlineData(Requests.GraphQLResponse)]
    [InlineData("application/json")]
    public async Task A_spent_budget_is_429_with_the_time_to_try_again(string accept)
    {
        await using var server = await TestServer.StartAsync(configureServer: Budget(3));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(Requests.Query("{ hello }"), accept)).Status);
        }

        var answer = await server.PostAsync(Requests.Query("{ hello }"), accept);
        Assert.Equal((HttpStatusCode.TooManyRequests, ErrorCodes.CostBudgetExhausted), (answer.Status, answer.Code));
        Assert.Equal("1", answer.Header("Retry-After"));
    }

    [Fact]
    public async Task Each_client_has_a_budget_of_its_own()
    {
        await using var server = await TestServer.StartAsync(
            options => options.ClientOf = context => context.Request.Query["who"].ToString(), Budget(1));
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("/graphql?query={hello}&who=a")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await server.GetAsync("/graphql?query={hello}&who=a")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("/graphql?query={hello}&who=b")).Status);
    }

    [Theory]
    [InlineData("192.0.2.7", "address:192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "address:192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "network:20010db800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "network:20010db800010002")] // the same network
    [InlineData("::1", "address:::1")]
    public void A_client_without_a_name_is_its_address(string address, string key)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        Assert.Equal(key, ClientKeys.SubjectOrAddress(context));
    }

    [Fact]
    public void A_client_that_signed_in_is_its_subject() =>
        Assert.Equal("subject:jo", ClientKeys.SubjectOrAddress(
            new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "jo")])) }));

    private static Action<GraphQLServerBuilder> Budget(long capacity) => builder => builder.ModifyOptions(options =>
    {
        options.Cost.Budget.Capacity = capacity;
        options.Cost.Budget.RestorePerSecond = 1;
        options.Cost.Budget.Time = new SlowClock();
    });

    // A thousand times slower than the world, so that no test waits on it.
    private sealed class SlowClock : TimeProvider
    {
        public override long TimestampFrequency => base.TimestampFrequency * 1_000;
    }
}
