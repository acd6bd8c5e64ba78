using System.Net;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Tests;

public sealed class NegotiationTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("APPLICATION/JSON", "application/json")]
    [InlineData("application/json; charset=utf-8", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json; charset=utf-8", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/json, application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json;q=0.1, application/json;q=0.2", "application/json")]
    [InlineData("application/json;q=0, */*", "application/graphql-response+json")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    public async Task The_form_wanted_most_is_given(string? accept, string contentType)
    {
        var answer = await server.PostAsync(Requests.Query("{ hello }"), accept);

        Assert.Equal((HttpStatusCode.OK, contentType), (answer.Status, answer.ContentType));
        Assert.Equal("""{"data":{"hello":"hello, you"}}""", answer.Body);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("*/*;q=0")]
    [InlineData("not a media type")]
    public async Task What_the_server_does_not_have_is_406(string accept)
    {
        var answer = await server.PostAsync(Requests.Query("{ hello }"), accept);

        Assert.Equal((HttpStatusCode.NotAcceptable, HttpErrorCodes.NotAcceptable), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("{ hello", ErrorCodes.GraphQLParseFailed)]
    [InlineData("{ nobody }", ErrorCodes.GraphQLValidationFailed)]
    [InlineData("query A { hello } query B { hello }", ErrorCodes.OperationNotFound)]
    public async Task A_request_error_is_400_for_clients_that_know_its_media_type_and_200_for_others(string document, string code)
    {
        var modern = await server.PostAsync(Requests.Query(document));
        var legacy = await server.PostAsync(Requests.Query(document), "application/json");

        Assert.Equal((HttpStatusCode.BadRequest, code), (modern.Status, modern.Code));
        Assert.Equal((HttpStatusCode.OK, code), (legacy.Status, legacy.Code));
        Assert.Equal(modern.Body, legacy.Body);
        Assert.DoesNotContain("\"data\"", modern.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_names_its_length_is_not_kept_and_depends_on_Accept()
    {
        var answer = await server.PostAsync(Requests.Query("{ hello }"));

        Assert.Equal(answer.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), answer.Header("Content-Length"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal("Accept, Authorization", answer.Header("Vary"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Null(answer.Header("Server-Timing"));
    }
}
