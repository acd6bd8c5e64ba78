using System.Diagnostics;

namespace Plr.Host.Tests.Serving;

/// <summary>What a request with consent costs the database: pinned, so that it does not grow unnoticed.</summary>
public sealed class RoundTripTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Ben = "9000000024";

    [Theory]
    [InlineData("routes(first: 20) { nodes { qualification { number } remainingCredits creditsTowards } recordAsOf }", 1)]
    [InlineData("progress(qualification: \"000/9001/3\") { remainingCredits }", 1)]
    [InlineData("achievements(first: 20) { nodes { awardedOn } }", 1)]
    [InlineData("achievements(first: 20) { nodes { awardedOn } } routes(first: 20) { nodes { remainingCredits } } nextBestUnits { routesConsidered }", 1)]
    public async Task A_consented_question_is_one_read_and_one_row_of_the_log(string fields, int reads)
    {
        var token = GraphServer.Token("--organisation", "19990020", "--kind", "careers-adviser");
        var document = $"{{ learner(uln: \"{Ben}\") {{ {fields} }} }}";
        Assert.Empty((await server.AskAsync(document, token: token)).Codes); // Connections are open from here on.

        using var commands = new CommandCount(server.Database);
        Assert.Empty((await server.AskAsync(document, token: token)).Codes);
        Assert.Equal((reads, 1), (commands.Reads, commands.Writes));
    }

    [Fact]
    public async Task A_question_that_is_withheld_reads_as_often_and_logs_nothing()
    {
        var token = GraphServer.Token("--organisation", "19990030", "--kind", "employer");
        var document = $"{{ learner(uln: \"{Ben}\") {{ routes(first: 20) {{ nodes {{ remainingCredits }} }} }} }}";
        await server.AskAsync(document, token: token);
        using var commands = new CommandCount(server.Database);
        Assert.Equal(["CONSENT_REQUIRED"], (await server.AskAsync(document, token: token)).Codes);
        Assert.Equal((1, 0), (commands.Reads, commands.Writes));
    }

    /// <summary>Counts what Npgsql sends to one database: a command or a batch is one.</summary>
    private sealed class CommandCount : IDisposable
    {
        private readonly ActivityListener listener;
        private int reads;
        private int writes;

        public CommandCount(string database)
        {
            listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Count(activity, database),
            };
            ActivitySource.AddActivityListener(listener);
        }

        public int Reads => reads;

        public int Writes => writes;

        public void Dispose() => listener.Dispose();

        private void Count(Activity activity, string database)
        {
            var tags = activity.TagObjects.Select(tag => tag.Value?.ToString() ?? "").ToList();
            if (!tags.Any(tag => tag == database))
            {
                return;
            }

            if (tags.Any(tag => tag.Contains("INSERT INTO disclosures", StringComparison.Ordinal)))
            {
                Interlocked.Increment(ref writes);
            }
            else
            {
                Interlocked.Increment(ref reads);
            }
        }
    }
}
