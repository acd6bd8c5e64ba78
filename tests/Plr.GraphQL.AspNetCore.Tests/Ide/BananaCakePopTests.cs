using System.Net;
using System.Text.Json;
using Plr.GraphQL.AspNetCore.Ide;

namespace Plr.GraphQL.AspNetCore.Tests.Ide;

public sealed class BananaCakePopTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ide");
    private GraphQLServer server = null!; // Made in InitializeAsync, before any test.

    public async Task InitializeAsync()
    {
        var package = folder.CreateSubdirectory("package");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "secret.txt"), "outside the package");
        await File.WriteAllTextAsync(Path.Combine(package.FullName, "index.html"), "<!doctype html><title>IDE</title>");
        await File.WriteAllTextAsync(Path.Combine(package.CreateSubdirectory("static").FullName, "main.js"), "1");
        server = new GraphQLServer(null, new BananaCakePop(new BananaCakePopOptions
        {
            Directory = package.FullName,
            Document = "{ hello }",
            Variables = """{"name":"Gwen"}""",
        }));
        await server.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_browser_is_led_to_the_page_below_a_slash()
    {
        using var bare = await GetAsync(string.Empty, "text/html,application/xhtml+xml,*/*;q=0.8");
        Assert.Equal(HttpStatusCode.Redirect, bare.StatusCode);
        Assert.Equal("/graphql/", bare.Headers.Location?.ToString());
        using var page = await GetAsync("/", "text/html,application/xhtml+xml,*/*;q=0.8");
        Assert.Contains("<title>IDE</title>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_is_not_taken_for_a_browser()
    {
        using var response = await GetAsync("?query={hello}", "text/html");
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Fact]
    public async Task The_configuration_keeps_the_IDE_to_this_server()
    {
        using var response = await GetAsync("/bcp-config.json", "*/*");
        using var configuration = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.True(configuration.RootElement.GetProperty("disableTelemetry").GetBoolean());
        Assert.True(configuration.RootElement.GetProperty("useBrowserUrlAsEndpoint").GetBoolean());
        Assert.Equal("{ hello }", configuration.RootElement.GetProperty("graphQLDocument").GetString());
        Assert.Equal("Gwen", configuration.RootElement.GetProperty("variables").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_file_is_served_with_its_type_and_once_only()
    {
        using var first = await GetAsync("/static/main.js", "*/*");
        Assert.Equal("text/javascript", first.Content.Headers.ContentType?.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, server.Address + "/static/main.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/static/..%2f..%2fsecret.txt")]
    [InlineData("/nosuch.js")]
    public async Task No_path_leads_out_of_the_package(string path)
    {
        using var response = await GetAsync(path, "*/*");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("outside", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_the_package_is_refused_at_start() =>
        Assert.Throws<DirectoryNotFoundException>(() => new BananaCakePop(new BananaCakePopOptions { Directory = folder.FullName }));

    private async Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address + path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await server.Client.SendAsync(request);
    }
}
