using System.Net;
using Plr.Host.Serving;
using Plr.Host.Tests.Serving;
using Plr.Testing;

namespace Plr.Host.Tests.SignIn;

/// <summary>An issuer that is away is the operator's matter, not the caller's.</summary>
public sealed class SignInUnavailableTests : IAsyncLifetime
{
    private readonly TestDatabase database = new(DatabaseTemplate.Demonstration);
    private readonly HttpClient http = new();

    public Task InitializeAsync() => database.CreateAsync();

    public async Task DisposeAsync()
    {
        http.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_token_that_can_not_be_judged_is_503_and_a_request_without_one_is_answered()
    {
        await using var server = await PlrServer.StartAsync(
            GraphServer.Options(
                database.ConnectionString, ("Authentication:Authority", "http://127.0.0.1:9"), ("Authentication:Audience", "https://plr.example/graph")),
            CancellationToken.None);
        var answer = await GraphAnswer.AskAsync(
            http, server.Address + "/graphql", "{ __typename }", null, GraphServer.Token("--learner", "9000000075"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ErrorCodes.SignInUnavailable), (answer.Status, answer.Codes.Single()));
        Assert.Equal(HttpStatusCode.OK, (await GraphAnswer.AskAsync(http, server.Address + "/graphql", "{ __typename }", null, null)).Status);
    }
}
