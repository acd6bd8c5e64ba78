using System.IO.Compression;
using System.Net;
using System.Text;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Tests;

public sealed class PostTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("""{"query":"{ hello }"}""", "hello, you")]
    [InlineData(""" {"query":"{\n  hello\n}" } """, "hello, you")] // escapes
    [InlineData("""{"\u0071uery":"{ hello }"}""", "hello, you")] // an escaped key is the same key
    [InlineData("""{"query":"{ hello }","variables":null,"operationName":null,"extensions":null}""", "hello, you")]
    [InlineData("""{"query":"{ hello }","operationName":""}""", "hello, you")]
    [InlineData("""{"query":"{ hello }","surprise":{"deep":[1,{"a":2}]},"extensions":{"any":["thing"]}}""", "hello, you")]
    [InlineData("""{"variables":{"n":"Zoë 🏊"},"query":"query($n: String) { hello(name: $n) }"}""", "hello, Zoë 🏊")]
    [InlineData("""{"operationName":"B","query":"query A { hello(name: \"a\") } query B { hello(name: \"b\") }"}""", "hello, b")]
    public async Task A_request_is_executed(string body, string greeting)
    {
        var answer = await server.PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("{\"data\":{\"hello\":\"" + greeting + "\"}}", answer.Body);
    }

    [Fact]
    public async Task A_mutation_is_executed()
    {
        var answer = await server.PostAsync(Requests.Query("mutation { add(number: 41) }"));

        Assert.Equal("""{"data":{"add":42}}""", answer.Body);
    }

    [Theory]
    [InlineData("", HttpErrorCodes.BodyNotJson)]
    [InlineData("nonsense", HttpErrorCodes.BodyNotJson)]
    [InlineData("""{"query":""", HttpErrorCodes.BodyNotJson)]
    [InlineData("""{"query":"{ hello }"} more""", HttpErrorCodes.BodyNotJson)]
    [InlineData("""{"query":"{ hello }",}""", HttpErrorCodes.BodyNotJson)]
    [InlineData("""{"query":"{ hello }"/* comment */}""", HttpErrorCodes.BodyNotJson)]
    [InlineData("\"text\"", HttpErrorCodes.BodyNotJson)]
    [InlineData("null", HttpErrorCodes.BodyNotJson)]
    [InlineData("""[{"query":"{ hello }"}]""", HttpErrorCodes.BatchingDisabled)]
    [InlineData("[]", HttpErrorCodes.BatchingDisabled)]
    [InlineData("{}", HttpErrorCodes.QueryMissing)]
    [InlineData("""{"qeury":"{ hello }"}""", HttpErrorCodes.QueryMissing)]
    [InlineData("""{"query":null}""", HttpErrorCodes.QueryMissing)]
    [InlineData("""{"query":7}""", HttpErrorCodes.ParameterMalformed)]
    [InlineData("""{"query":{"a":1}}""", HttpErrorCodes.ParameterMalformed)]
    [InlineData("""{"query":["{ hello }"]}""", HttpErrorCodes.ParameterMalformed)]
    [InlineData("""{"query":"{ hello(name: \"\ud800\") }"}""", HttpErrorCodes.ParameterMalformed)]
    [InlineData("""{"query":"{ hello }","variables":[1]}""", HttpErrorCodes.ParameterMalformed)]
    [InlineData("""{"query":"{ hello }","variables":"{}"}""", HttpErrorCodes.ParameterMalformed)]
    [InlineData("""{"query":"{ hello }","extensions":false}""", HttpErrorCodes.ParameterMalformed)]
    [InlineData("""{"query":"{ hello }","operationName":0}""", HttpErrorCodes.ParameterMalformed)]
    [InlineData("""{"query":"{ hello }","operationName":"x\r\n2026-01-01 INFO admin signed in"}""", HttpErrorCodes.ParameterMalformed)]
    [InlineData("""{"query":"{ hello }","query":"mutation { add(number: 1) }"}""", HttpErrorCodes.JsonKeyDuplicate)]
    [InlineData("""{"query":"{ hello }","qu\u0065ry":"{ hello }"}""", HttpErrorCodes.JsonKeyDuplicate)]
    [InlineData("""{"query":"{ hello }","variables":{},"variables":{}}""", HttpErrorCodes.JsonKeyDuplicate)]
    [InlineData("""{"query":"{ hello }","other":1,"other":2}""", HttpErrorCodes.JsonKeyDuplicate)]
    public async Task A_body_that_is_no_request_is_400_with_its_code_in_either_form(string body, string code)
    {
        foreach (var accept in new[] { Requests.GraphQLResponse, "application/json" })
        {
            var answer = await server.PostAsync(body, accept);

            Assert.Equal((HttpStatusCode.BadRequest, code, accept), (answer.Status, answer.Code, answer.ContentType));
        }
    }

    [Fact]
    public async Task Variables_with_a_key_twice_are_refused() =>
        Assert.Equal(
            ErrorCodes.VariablesMalformed,
            (await server.PostAsync("""{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"a","n":"b"}}""")).Code);

    [Fact]
    public async Task Broken_JSON_is_told_by_line_and_byte() =>
        Assert.Equal("the body is not JSON: it breaks at line 2, byte 10", (await server.PostAsync("{\n\"query\": !\"{ hello }\"}")).Message);

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        byte[] body = [.. "{\"query\":\"{ hello(name: \\\""u8, 0xC3, 0x28, .. "\\\") }\"}"u8];

        Assert.Equal(HttpErrorCodes.BodyNotJson, (await server.PostAsync(body)).Code);
    }

    [Theory]
    [Trait("Limit", "GraphQLHttpOptions.MaxJsonDepth")]
    [InlineData(61, null)]
    [InlineData(62, null)] // the request, the variables and so many more: 64
    [InlineData(63, HttpErrorCodes.LimitJsonDepth)]
    [InlineData(100_000, HttpErrorCodes.LimitJsonDepth)]
    public async Task JSON_nests_so_deep_and_no_deeper(int depth, string? code)
    {
        var nested = new string('[', depth) + new string(']', depth);

        var answer = await server.PostAsync($$$"""{"query":"{ hello }","variables":{"v":{{{nested}}}}}""");
        Assert.Equal((code is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
        Assert.Equal(code, (await server.PostAsync($$$"""{"query":"{ hello }","other":{"v":{{{nested}}}}}""")).Code);
    }

    [Theory]
    [InlineData(null, HttpErrorCodes.ContentTypeUnsupported)]
    [InlineData("text/plain", HttpErrorCodes.ContentTypeUnsupported)]
    [InlineData("application/x-www-form-urlencoded", HttpErrorCodes.ContentTypeUnsupported)]
    [InlineData("multipart/form-data; boundary=x", HttpErrorCodes.ContentTypeUnsupported)]
    [InlineData("application/graphql", HttpErrorCodes.ContentTypeUnsupported)]
    [InlineData("application/json; charset=utf-16", HttpErrorCodes.CharsetUnsupported)]
    [InlineData("application/json; charset=iso-8859-1", HttpErrorCodes.CharsetUnsupported)]
    public async Task A_body_that_does_not_announce_JSON_in_UTF_8_is_415(string? contentType, string code)
    {
        var answer = await server.PostAsync(Requests.Query("{ hello }"), contentType: contentType);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("Application/JSON")]
    public async Task A_body_may_announce_UTF_8(string contentType) =>
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(Requests.Query("{ hello }"), contentType: contentType)).Status);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_is_415(string encoding)
    {
        using var compressed = new MemoryStream();
        await using (Stream into = encoding is "gzip" ? new GZipStream(compressed, CompressionLevel.Optimal) : new BrotliStream(compressed, CompressionLevel.Optimal))
        {
            await into.WriteAsync(Encoding.UTF8.GetBytes(Requests.Query($"{{ hello # {new string('x', 10_000_000)}\n}}")));
        }

        var answer = await server.PostAsync(compressed.ToArray(), Requests.GraphQLResponse, contentEncoding: encoding);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpErrorCodes.ContentEncodingUnsupported), (answer.Status, answer.Code));
    }

    [Theory]
    [Trait("Limit", "GraphQLHttpOptions.MaxRequestBytes")]
    [InlineData(2_097_151, HttpStatusCode.OK)]
    [InlineData(2_097_152, HttpStatusCode.OK)]
    [InlineData(2_097_153, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_has_so_many_bytes_and_no_more(int length, HttpStatusCode status)
    {
        var request = """{"query":"{ hello }"}""";
        var body = request + new string(' ', length - request.Length);

        var answer = await server.PostAsync(body);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status is HttpStatusCode.OK ? null : HttpErrorCodes.LimitRequestBytes, answer.Code);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Another_method_is_405_and_is_told_which_are_served(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");

        var answer = await server.SendAsync(request, null);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpErrorCodes.MethodNotAllowed), (answer.Status, answer.Code));
        Assert.Equal("GET, POST", answer.Header("Allow"));
    }
}
