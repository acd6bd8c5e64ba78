using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Plr.GraphQL.AspNetCore.Ide;

namespace Plr.GraphQL.AspNetCore.Tests.Ide;

/// <summary>A stand-in for the package's files; the real package is in the conformance tests.</summary>
public sealed class BananaCakePopTests : IAsyncLifetime
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("plr-ide-");
    private TestServer server = null!;

    public async Task InitializeAsync()
    {
        var package = parent.CreateSubdirectory("package");
        Directory.CreateDirectory(Path.Combine(package.FullName, "static", "js"));
        await File.WriteAllTextAsync(Path.Combine(parent.FullName, "secret.txt"), "secret");
        await File.WriteAllTextAsync(Path.Combine(package.FullName, "index.html"), "<!doctype html><title>the IDE</title>");
        await File.WriteAllTextAsync(Path.Combine(package.FullName, "LICENSE"), "the licence");
        await File.WriteAllTextAsync(Path.Combine(package.FullName, "static", "js", "main.js"), "run()");
        server = await TestServer.StartAsync(ide: new BananaCakePop(new BananaCakePopOptions
        {
            Directory = package.FullName,
            Document = "query Hello { hello }",
            Variables = """{ "n": 1 }""",
        }));
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        parent.Delete(recursive: true);
    }

    [Fact]
    public async Task A_browser_is_led_to_the_page_below_which_its_files_are()
    {
        var first = await server.GetAsync("/graphql", Browser);
        var page = await server.GetAsync("/graphql/", Browser);

        Assert.Equal((HttpStatusCode.Found, "/graphql/"), (first.Status, first.Header("Location")));
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.ContentType));
        Assert.Contains("the IDE", page.Body, StringComparison.Ordinal);
        Assert.Equal("Accept", page.Header("Vary"));
    }

    [Theory]
    [InlineData("static/js/main.js", "text/javascript", "run()")]
    [InlineData("LICENSE", "text/plain", "the licence")]
    public async Task A_file_of_the_package_is_served_as_it_is(string file, string contentType, string content)
    {
        var answer = await server.GetAsync("/graphql/" + file, "*/*");

        Assert.Equal((HttpStatusCode.OK, contentType, content), (answer.Status, answer.ContentType, answer.Body));
    }

    [Fact]
    public async Task The_IDE_is_told_the_example_and_to_send_nothing_to_its_maker()
    {
        using var configuration = JsonDocument.Parse((await server.GetAsync("/graphql/bcp-config.json", "*/*")).Body);

        Assert.True(configuration.RootElement.GetProperty("disableTelemetry").GetBoolean());
        Assert.True(configuration.RootElement.GetProperty("useBrowserUrlAsEndpoint").GetBoolean());
        Assert.False(configuration.RootElement.TryGetProperty("gaTrackingId", out _));
        Assert.Equal("query Hello { hello }", configuration.RootElement.GetProperty("graphQLDocument").GetString());
        Assert.Equal(1, configuration.RootElement.GetProperty("variables").GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task The_page_may_ask_no_other_server_for_anything()
    {
        var policy = (await server.GetAsync("/graphql/", Browser)).Header("Content-Security-Policy")!;

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql/../secret.txt")]
    [InlineData("/graphql/%2e%2e/secret.txt")]
    [InlineData("/graphql/..%2fsecret.txt")]
    [InlineData("/graphql/static/..%2f..%2f..%2fsecret.txt")]
    [InlineData("/graphql/static/%5c..%5c..%5csecret.txt")]
    [InlineData("/graphql//etc/passwd")]
    [InlineData("/graphql/nothing.js")]
    public async Task A_path_out_of_the_package_is_404(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AsItIs(path));

        var answer = await server.SendAsync(request, "*/*");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        var first = await server.GetAsync("/graphql/static/js/main.js", "*/*");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/static/js/main.js");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Header("ETag")!));

        var second = await server.SendAsync(request, "*/*");

        Assert.Equal((HttpStatusCode.NotModified, ""), (second.Status, second.Body));
    }

    [Fact]
    public async Task Endpoints_below_the_path_and_programs_are_not_disturbed()
    {
        Assert.Equal("another endpoint", (await server.GetAsync("/graphql/other", "*/*")).Body);
        Assert.Equal("""{"data":{"hello":"hello, you"}}""", (await server.GetAsync("/graphql/?query={hello}", Browser)).Body);
        Assert.Equal("""{"data":{"hello":"hello, you"}}""", (await server.PostAsync(Requests.Query("{ hello }"))).Body);
    }

    // Without the tidying that would take the path's dots away before the server sees them.
    private Uri AsItIs(string path) => new(
        server.Address.GetLeftPart(UriPartial.Authority) + path,
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    [Fact]
    public void A_directory_that_is_not_the_package_is_refused() =>
        Assert.Throws<ArgumentException>(() => new BananaCakePop(new BananaCakePopOptions { Directory = parent.FullName }));
}
