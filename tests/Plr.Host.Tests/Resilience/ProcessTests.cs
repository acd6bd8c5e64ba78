using System.Net;
using Plr.Host.Commands;
using Plr.Host.Tests.Commands;
using Plr.Host.Tests.Serving;

namespace Plr.Host.Tests.Resilience;

/// <summary>The program as an operator meets it: started, started twice, stopped, killed, and without its database.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string Public = """{ qualification(number: "600/8900/3") { number } }""";
    private const string Personal = """{ learner(uln: "9000000016") { access { allowed } } }""";
    private readonly string directory = MakeDirectory();
    private readonly HttpClient http = new();

    public void Dispose()
    {
        http.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task It_serves_is_found_by_a_second_start_survives_a_kill_and_takes_its_database_along_when_it_stops()
    {
        await using var first = await PlrServing.StartAsync(directory);
        Assert.Empty((await AskAsync(first, Public)).Codes);
        var postgres = PlrServing.PostgresId(directory);
        Assert.NotNull(postgres);

        await using var second = await PlrServing.StartAsync(directory);
        Assert.Empty((await AskAsync(second, Personal)).Codes);
        Assert.Equal(postgres, PlrServing.PostgresId(directory));

        Assert.Equal(ExitCode.Done, await second.StopAsync("TERM"));
        Assert.True(PlrServing.Alive(postgres.Value), "the first still needs the database");

        await first.StopAsync("KILL");
        await using var third = await PlrServing.StartAsync(directory);
        Assert.Empty((await AskAsync(third, Personal)).Codes);
        var last = PlrServing.PostgresId(directory)!.Value;
        Assert.Equal(ExitCode.Done, await third.StopAsync("TERM"));
        await PlrServing.GoneAsync(last);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused_with_the_remedy()
    {
        await using var first = await PlrServing.StartAsync(directory);
        var second = await PlrProcess.RunAsync(PlrServing.Environment(directory), "serve", "--urls", first.Address);
        Assert.Equal(ExitCode.Refused, second.ExitCode);
        Assert.Contains("--urls", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_stops_under_load_is_a_clear_503_and_the_graph_recovers_by_itself()
    {
        await using var serving = await PlrServing.StartAsync(directory);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 8).Select(_ => LoadAsync(serving, stop.Token)).ToList();
        await Task.Delay(500);

        var postgres = PlrServing.PostgresId(directory)!.Value;
        await PlrServing.SignalAsync(postgres, "INT");
        await PlrServing.GoneAsync(postgres);
        var without = await AskAsync(serving, Personal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "DATABASE_UNAVAILABLE"), (without.Status, Assert.Single(without.Codes)));
        Assert.NotNull(without.Headers.RetryAfter);
        using (var ready = await http.GetAsync($"{serving.Address}/health/ready"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        }

        using (var live = await http.GetAsync($"{serving.Address}/health/live"))
        {
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }

        Assert.Empty((await AskAsync(serving, Public)).Codes); // The catalogue is in memory.

        var returned = await PlrProcess.RunAsync(PlrServing.Environment(directory), "db", "status");
        Assert.Equal(ExitCode.Done, returned.ExitCode);
        await RecoveredAsync(serving);

        await stop.CancelAsync();
        var answers = (await Task.WhenAll(load)).SelectMany(each => each).ToList();
        Assert.Contains(HttpStatusCode.OK, answers);
        Assert.Contains(HttpStatusCode.ServiceUnavailable, answers);
        Assert.Empty(answers.Except([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]));
        Assert.DoesNotContain("9000000016", serving.Output, StringComparison.Ordinal);
    }

    private async Task RecoveredAsync(PlrServing serving)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while ((await AskAsync(serving, Personal)).Status != HttpStatusCode.OK)
        {
            Assert.True(DateTime.UtcNow < deadline, "it has not recovered");
            await Task.Delay(200);
        }
    }

    private async Task<List<HttpStatusCode>> LoadAsync(PlrServing serving, CancellationToken stop)
    {
        var statuses = new List<HttpStatusCode>();
        while (!stop.IsCancellationRequested)
        {
            statuses.Add((await AskAsync(serving, Personal)).Status);
        }

        return statuses;
    }

    private Task<GraphAnswer> AskAsync(PlrServing serving, string document) =>
        GraphAnswer.AskAsync(http, $"{serving.Address}/graphql", document, null, null);

    // As root, PostgreSQL runs under another account: it has to get there.
    private static string MakeDirectory()
    {
        var made = Directory.CreateTempSubdirectory("plr-serve").FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        return made;
    }
}
