using System.Net;
using System.Text.RegularExpressions;
using Plr.Host.Pages;
using Plr.Host.Tests.Serving;
using Plr.Testing;

namespace Plr.Host.Tests.Pages;

public sealed partial class PageTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Fact]
    public async Task The_start_page_shows_every_persona_with_its_command_and_five_operations()
    {
        var page = WebUtility.HtmlDecode(await server.Http.GetStringAsync($"{server.Address}/"));
        var personas = Persona.Read(RepositoryRoot.Combine("clients", "personas.json"));
        Assert.All(personas, persona =>
        {
            Assert.Contains(persona.Name, page, StringComparison.Ordinal);
            Assert.Contains(persona.Command, page, StringComparison.Ordinal);
        });
        Assert.Equal(5, Regex.Count(page, "<details"));
        Assert.Contains($"{server.Address}/graphql", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_ask_for_nothing_from_elsewhere_and_run_nothing_inline()
    {
        using var response = await server.Http.GetAsync($"{server.Address}/");
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotMatch("""(src|href|action)="(https?:)?//""", page);
        Assert.DoesNotMatch("<style|<script>| on[a-z]+=", page);
        Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_the_start_page_leads_somewhere()
    {
        var page = await server.Http.GetStringAsync($"{server.Address}/");
        foreach (var link in Links().Matches(page).Select(match => match.Groups[1].Value).Where(link => link[0] == '/').Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, server.Address + link);
            request.Headers.Accept.ParseAdd("text/html,*/*;q=0.8"); // as a browser that follows it
            using var response = await server.Http.SendAsync(request);
            Assert.True(response.IsSuccessStatusCode, $"{link}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task The_button_makes_a_token_that_works()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.Address}/development/tokens")
        {
            Content = new FormUrlEncodedContent([new("persona", "0")]),
        };
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await server.Http.SendAsync(request);
        var token = Regex.Match(await response.Content.ReadAsStringAsync(), "\"token\":\"([^\"]+)\"").Groups[1].Value;
        Assert.Equal("LEARNER", (await server.AskAsync("{ viewer { kind } }", token: token)).Text("viewer.kind"));
    }

    [Theory]
    [InlineData("persona=99")]
    [InlineData("persona=Gwen")]
    [InlineData("")]
    public async Task An_unknown_persona_is_refused(string form)
    {
        using var content = new StringContent(form, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        using var response = await server.Http.PostAsync($"{server.Address}/development/tokens", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact] // A name that resolves to this machine must not open it to a page elsewhere.
    public async Task A_host_that_is_not_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Address}/");
        request.Headers.Host = "rebound.example";
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Every_error_code_has_a_page_that_says_what_the_catalogue_says()
    {
        var entries = ErrorEntry.Read(RepositoryRoot.Combine("schema", "errors.md"));
        Assert.NotEmpty(entries);
        foreach (var entry in entries)
        {
            var page = await server.Http.GetStringAsync($"{server.Address}/errors/{entry.Code}");
            Assert.Contains(entry.Code, page, StringComparison.Ordinal);
            Assert.Contains(entry.Meaning.Replace("`", "", StringComparison.Ordinal), WebUtility.HtmlDecode(Regex.Replace(page, "</?code>", "")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_code_that_is_none_is_not_found_and_its_name_is_not_run()
    {
        using var response = await server.Http.GetAsync($"{server.Address}/errors/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("<script>alert", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    [InlineData("/metrics", "plr_http_request_duration_seconds")]
    public async Task Operators_find_what_they_look_for(string path, string says) =>
        Assert.Contains(says, await server.Http.GetStringAsync(server.Address + path), StringComparison.Ordinal);

    [GeneratedRegex("""href="([^"#]+)""" + "\"")]
    private static partial Regex Links();
}
