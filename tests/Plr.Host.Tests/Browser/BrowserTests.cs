using System.Text.Json;
using Plr.Host.Tests.Serving;
using Xunit.Abstractions;

namespace Plr.Host.Tests.Browser;

/// <summary>The start page and Banana Cake Pop in a real browser. Pictures are left in artifacts/browser.</summary>
public sealed class BrowserTests(GraphServer server, ITestOutputHelper output) : IClassFixture<GraphServer>
{
    [Fact] // Without a browser there is nothing to test: it says so, and in CI, where one is installed, it fails.
    public async Task A_newcomer_walks_from_the_start_page_to_an_answer_in_Banana_Cake_Pop()
    {
        if (BrowserWalk.FindChromium() is not { } chromium)
        {
            output.WriteLine(BrowserWalk.Remedy);
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", BrowserWalk.Remedy);
            return;
        }

        var seen = await BrowserWalk.RunAsync(chromium, server.Address, "Gwen Evans");
        Assert.Empty(seen.GetProperty("requestsElsewhere").EnumerateArray());
        Assert.Empty(seen.GetProperty("pageErrors").EnumerateArray());
        Assert.Contains("Personal Learning Record", seen.GetProperty("heading").GetString(), StringComparison.Ordinal);
        Assert.Contains("Gwen Evans", seen.GetProperty("personas").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(5, seen.GetProperty("operations").GetArrayLength());

        var without = seen.GetProperty("withoutToken");
        Assert.Equal(JsonValueKind.Null, Learner(without).GetProperty("progress").ValueKind);
        Assert.Contains("CONSENT_REQUIRED", without.GetProperty("shown").GetString(), StringComparison.Ordinal);

        var with = seen.GetProperty("withToken");
        Assert.Equal("NOT_STARTED", Learner(with).GetProperty("progress").GetProperty("state").GetString());
        Assert.Equal("Gwen", Learner(with).GetProperty("name").GetProperty("given").GetString());
        Assert.Contains("NOT_STARTED", with.GetProperty("shown").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Learner(JsonElement run) => run.GetProperty("body").GetProperty("data").GetProperty("learner");
}
