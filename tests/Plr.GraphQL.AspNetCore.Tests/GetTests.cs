using System.Net;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Tests;

public sealed class GetTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("?query=%7B+hello%20%7D")]
    [InlineData("?query={hello}&variables=&operationName=&extensions=")]
    [InlineData("?query={hello}&variables=null")]
    [InlineData("?query=query+null{hello}&operationName=null")] // GraphQL over HTTP: an operation of that name
    [InlineData("?query=query($n:String){hello(name:$n)}&variables={\"n\":\"you\"}")]
    public async Task A_query_is_executed(string query) =>
        Assert.Equal("""{"data":{"hello":"hello, you"}}""", (await server.GetAsync("/graphql" + query)).Body);

    [Theory]
    [InlineData(Requests.GraphQLResponse)]
    [InlineData("application/json")]
    public async Task A_mutation_is_405_and_is_not_executed(string accept)
    {
        var answer = await server.GetAsync("/graphql?query=mutation{add(number:1)}", accept);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, ErrorCodes.OperationNotAllowed), (answer.Status, answer.Code));
        Assert.Equal("POST", answer.Header("Allow"));
    }

    [Theory]
    [InlineData("", HttpErrorCodes.QueryMissing)]
    [InlineData("?query=", HttpErrorCodes.QueryMissing)]
    [InlineData("?query={hello}&query={breaks}", HttpErrorCodes.ParameterMalformed)]
    [InlineData("?query={hello}&variables=[]", HttpErrorCodes.ParameterMalformed)]
    [InlineData("?query={hello}&variables=\"text\"", HttpErrorCodes.ParameterMalformed)]
    [InlineData("?query={hello}&variables={", HttpErrorCodes.BodyNotJson)]
    [InlineData("?query={hello}&variables={}{}", HttpErrorCodes.BodyNotJson)]
    [InlineData("?query={hello}&extensions=nonsense", HttpErrorCodes.BodyNotJson)]
    [InlineData("?query={hello}&operationName=a%0Ab", HttpErrorCodes.ParameterMalformed)]
    public async Task A_URL_that_is_no_request_is_400(string query, string code)
    {
        var answer = await server.GetAsync("/graphql" + query);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("none", HttpStatusCode.OK)] // typed into the address bar
    [InlineData(null, HttpStatusCode.OK)] // no browser
    public async Task A_browser_may_not_query_for_a_page_of_another_site(string? site, HttpStatusCode status)
    {
        var answer = await server.GetAsync("/graphql?query={hello}", site: site);

        Assert.Equal((status, status is HttpStatusCode.OK ? null : "CROSS_SITE_REFUSED"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_page_of_another_site_may_query_once_it_passed_the_preflight()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("GraphQL-Require-Preflight", "1");

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(request, null)).Status);
    }

    [Fact]
    public async Task The_schema_is_given_as_text()
    {
        var answer = await server.GetAsync("/graphql?sdl", "*/*");

        Assert.Equal((HttpStatusCode.OK, "application/graphql"), (answer.Status, answer.ContentType));
        Assert.Contains("type Mutation {", answer.Body, StringComparison.Ordinal);
        Assert.Contains("hello(name: String): String", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_may_be_kept_back()
    {
        await using var closed = await TestServer.StartAsync(options => options.PublishSchema = false);

        var answer = await closed.GetAsync("/graphql?sdl", "*/*");

        Assert.Equal((HttpStatusCode.Forbidden, HttpErrorCodes.SchemaNotPublished), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task GET_may_be_switched_off()
    {
        await using var closed = await TestServer.StartAsync(options => options.AllowGet = false);

        var answer = await closed.GetAsync("/graphql?query={hello}");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (answer.Status, answer.Header("Allow")));
    }
}
