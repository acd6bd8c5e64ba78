using System.Net;

namespace Plr.GraphQL.AspNetCore.Tests.Http;

public sealed class AcceptHeaderTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Newer = "application/graphql-response+json";
    private const string Older = "application/json";

    [Theory]
    [InlineData(null, Older)]
    [InlineData("*/*", Older)]
    [InlineData("application/*", Older)]
    [InlineData("application/json", Older)]
    [InlineData("application/graphql-response+json", Newer)]
    [InlineData("application/graphql-response+json, application/json", Newer)]
    [InlineData("application/json, application/graphql-response+json;q=0.9", Older)]
    [InlineData("application/json;q=0.1, application/graphql-response+json;q=0.2", Newer)]
    [InlineData("application/graphql-response+json;q=0, */*", Older)]
    [InlineData("text/html, */*;q=0.1", Older)]
    [InlineData("application/graphql-response+json; charset=utf-8", Newer)]
    public async Task Answers_in_the_media_type_the_client_wants_most(string? accept, string mediaType)
    {
        using var response = await server.PostAsync("""{"query":"{ hello }"}""", accept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task Refuses_a_client_that_accepts_none_of_them(string accept)
    {
        using var response = await server.PostAsync("""{"query":"{ hello }"}""", accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Contains("NOT_ACCEPTABLE", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
