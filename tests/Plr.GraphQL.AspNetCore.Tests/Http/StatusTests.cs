using System.Net;

namespace Plr.GraphQL.AspNetCore.Tests.Http;

public sealed class StatusTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory] // A request error says so by its status, except to a client of the older media type.
    [InlineData("{", "application/graphql-response+json", HttpStatusCode.BadRequest)]
    [InlineData("{ nosuch }", "application/graphql-response+json", HttpStatusCode.BadRequest)]
    [InlineData("{", "application/json", HttpStatusCode.OK)]
    [InlineData("{ nosuch }", "application/json", HttpStatusCode.OK)]
    [InlineData("{ hello }", "application/json", HttpStatusCode.OK)]
    public async Task Has_the_status_of_its_media_type(string document, string accept, HttpStatusCode status)
    {
        using var response = await server.PostAsync($$"""{"query":"{{document}}"}""", accept);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_field_that_fails_does_not_fail_the_request_and_tells_no_secret()
    {
        using var response = await server.PostAsync("""{"query":"{ hello unavailable }"}""");
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"hello\":\"hello world\"", body, StringComparison.Ordinal);
        Assert.Contains("INTERNAL_ERROR", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_may_come_by_GET()
    {
        var body = await server.Client.GetStringAsync(server.Address + "?query=query($n:String){hello(name:$n)}&variables=%7B%22n%22%3A%22Gwen%22%7D");
        Assert.Equal("""{"data":{"hello":"hello Gwen"}}""", body);
    }

    [Fact]
    public async Task A_mutation_may_not_come_by_GET()
    {
        using var response = await server.Client.GetAsync(server.Address + "?query=mutation{raise}");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("POST", response.Content.Headers.Allow);
        Assert.DoesNotContain("\"data\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_methods_are_refused_with_those_allowed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, server.Address);
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task The_schema_is_served_as_text()
    {
        using var response = await server.Client.GetAsync(server.Address + "?sdl");
        Assert.Equal("application/graphql", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("type Query", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_is_kept_by_a_cache()
    {
        using var response = await server.PostAsync("""{"query":"{ hello }"}""");
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Contains("Authorization", response.Headers.Vary);
    }
}
