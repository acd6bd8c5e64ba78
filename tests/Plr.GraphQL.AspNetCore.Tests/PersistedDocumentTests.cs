using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plr.GraphQL.Execution.Documents;

namespace Plr.GraphQL.AspNetCore.Tests;

// GraphQL over HTTP, draft, Appendix A Persisted Documents; Apollo, "Automatic persisted queries".
public sealed class PersistedDocumentTests
{
    private const string Hello = "query Hello($name: String) { hello(name: $name) }";
    private const string Add = "mutation Add { add(number: 1) }";

    [Theory]
    [InlineData("sha256:")]
    [InlineData("")]
    public async Task A_trusted_document_is_asked_for_by_its_identifier(string prefix)
    {
        await using var server = await StartAsync(onlyTrusted: true);
        var answer = await server.PostAsync($$"""{"documentId":"{{prefix}}{{Hash(Hello)}}","variables":{"name":"Jo"},"operationName":"Hello"}""");
        Assert.Equal((HttpStatusCode.OK, """{"data":{"hello":"hello, Jo"}}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_trusted_document_is_asked_for_by_GET_but_a_mutation_is_not()
    {
        await using var server = await StartAsync(onlyTrusted: true);
        var answer = await server.GetAsync($"/graphql?documentId=sha256:{Hash(Hello)}&variables=%7B%22name%22:%22Jo%22%7D");
        Assert.Equal((HttpStatusCode.OK, """{"data":{"hello":"hello, Jo"}}"""), (answer.Status, answer.Body));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await server.GetAsync($"/graphql?documentId=sha256:{Hash(Add)}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync($$"""{"documentId":"sha256:{{Hash(Add)}}"}""")).Status);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK, null)] // the guard off
    [InlineData(true, HttpStatusCode.Forbidden, ErrorCodes.DocumentNotTrusted)]
    public async Task Free_documents_are_refused_where_only_trusted_ones_are_executed(bool onlyTrusted, HttpStatusCode status, string? code)
    {
        await using var server = await StartAsync(onlyTrusted);
        const string Free = "{ hello }";
        foreach (var body in new[]
        {
            Requests.Query(Free),
            $$$"""{"query":"{{{Free}}}","documentId":"sha256:{{{Hash(Free)}}}"}""",
            $$$$"""{"query":"{{{{Free}}}}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{{Hash(Free)}}}}"}}}""",
        })
        {
            var answer = await server.PostAsync(body);
            Assert.Equal((status, code), (answer.Status, answer.Code));
        }

        Assert.Equal(status, (await server.GetAsync("/graphql?query={hello}")).Status);
    }

    [Theory]
    [InlineData(Requests.GraphQLResponse, HttpStatusCode.BadRequest)]
    [InlineData("application/json", HttpStatusCode.OK)] // as clients of Apollo's expect it
    public async Task A_hash_alone_is_not_found_then_registered_then_found(string accept, HttpStatusCode status)
    {
        await using var server = await StartAsync(onlyTrusted: false);
        const string Document = "{ hello }";
        var extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{Hash(Document)}}}"}}""";
        var answer = await server.PostAsync($$"""{"extensions":{{extensions}}}""", accept);
        Assert.Equal((status, "PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound), (answer.Status, answer.Message, answer.Code));
        Assert.Null((await server.PostAsync($$"""{"query":"{{Document}}","extensions":{{extensions}}}""", accept)).Code);
        Assert.Equal("""{"data":{"hello":"hello, you"}}""", (await server.PostAsync($$"""{"extensions":{{extensions}}}""", accept)).Body);
        Assert.Equal(
            """{"data":{"hello":"hello, you"}}""", (await server.GetAsync($"/graphql?extensions={Uri.EscapeDataString(extensions)}", accept)).Body);
    }

    [Fact]
    public async Task A_server_that_registers_nothing_says_so()
    {
        await using var server = await TestServer.StartAsync();
        var extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{Hash(Hello)}}}"}}""";
        var answer = await server.PostAsync($$"""{"extensions":{{extensions}}}""");
        Assert.Equal(("PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported), (answer.Message, answer.Code));
    }

    [Fact] // The attack: put another document under a name that others will ask for.
    public async Task A_document_under_another_s_hash_is_refused_and_not_kept()
    {
        await using var server = await StartAsync(onlyTrusted: false);
        var extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{Hash("{ hello }")}}}"}}""";
        Assert.Equal(ErrorCodes.PersistedQueryHashMismatch, (await server.PostAsync($$"""{"query":"{ breaks }","extensions":{{extensions}}}""")).Code);
        Assert.Equal(ErrorCodes.PersistedQueryNotFound, (await server.PostAsync($$"""{"extensions":{{extensions}}}""")).Code);
    }

    [Theory]
    [InlineData("""{"documentId":"sha256:abc"}""", "PARAMETER_MALFORMED", "`documentId` must be `sha256:` and 64 lower-case hexadecimal digits")]
    [InlineData("""{"documentId":"md5:d41d8cd98f00b204e9800998ecf8427e"}""", "PARAMETER_MALFORMED", "`documentId` must be `sha256:` and 64 lower-case hexadecimal digits")]
    [InlineData("""{"documentId":7}""", "PARAMETER_MALFORMED", "`documentId` must be a string or null")]
    [InlineData("""{"documentId":null}""", "QUERY_MISSING", "the request has no `query`")]
    [InlineData("""{"documentId":"HASH","documentId":"HASH"}""", "JSON_KEY_DUPLICATE", "the request has `documentId` twice")]
    [InlineData("""{"extensions":{"persistedQuery":7}}""", "PARAMETER_MALFORMED", "`extensions.persistedQuery` must be an object")]
    [InlineData("""{"extensions":{"persistedQuery":{"sha256Hash":"HASH"}}}""", "PARAMETER_MALFORMED", "`extensions.persistedQuery.version` must be 1")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"HASH"}}}""", "PARAMETER_MALFORMED", "`extensions.persistedQuery.version` must be 1")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"abc"}}}""", "PARAMETER_MALFORMED", "`extensions.persistedQuery.sha256Hash` must be 64 lower-case hexadecimal digits")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1}}}""", "PARAMETER_MALFORMED", "`extensions.persistedQuery.sha256Hash` must be 64 lower-case hexadecimal digits")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"HASH","sha256Hash":"HASH"}}}""", "JSON_KEY_DUPLICATE", "a JSON object in the request has the same key twice")]
    [InlineData("""{"documentId":"HASH","extensions":{"persistedQuery":{"version":1,"sha256Hash":"OTHER"}}}""", "PARAMETER_MALFORMED", "`documentId` and `extensions.persistedQuery.sha256Hash` name two documents")]
    [InlineData("""{"extensions":{"persistedQuery":null}}""", "QUERY_MISSING", "the request has no `query`")]
    public async Task A_name_of_a_document_that_makes_no_sense_is_refused(string body, string code, string message)
    {
        await using var server = await StartAsync(onlyTrusted: false);
        var answer = await server.PostAsync(body.Replace("HASH", Hash(Hello), StringComparison.Ordinal).Replace("OTHER", Hash(Add), StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.BadRequest, code, message), (answer.Status, answer.Code, answer.Message));
    }

    private static Task<TestServer> StartAsync(bool onlyTrusted) => TestServer.StartAsync(configureServer: builder => builder.ModifyOptions(options =>
    {
        options.Documents.Trusted = TrustedDocuments.Parse(JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string> { [Hash(Hello)] = Hello, [Hash(Add)] = Add }));
        options.Documents.OnlyTrusted = onlyTrusted;
        options.Documents.AutomaticPersistedQueries = true;
    }));

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
