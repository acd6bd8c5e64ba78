using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plr.Storage;
using Plr.Storage.Demonstration;
using Plr.Testing;

namespace Plr.Benchmarks.Starts;

/// <summary>From the start of the process <c>plr serve</c> to its first answer, on a database that runs and holds the demonstration.</summary>
internal static class StartRun
{
    private const string Query = """{"query": "{ qualification(number: \"600/8900/3\") { number title } }"}""";
    private const string Answer = """{"data":{"qualification":{"number":"600/8900/3","title":""";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <param name="programs">By name, the folders of <c>plr.dll</c>; started in turn.</param>
    public static async Task RunAsync(
        string connectionString, IReadOnlyDictionary<string, string> programs, int starts, TextWriter output, CancellationToken cancellation)
    {
        await using (var database = new PlrDatabase(connectionString))
        {
            await database.MigrateAsync(cancellation);
            await new DemonstrationData(database, TimeProvider.System).LoadIfEmptyAsync(cancellation);
        }

        var dataDirectory = Directory.CreateTempSubdirectory("plr-start-");
        var times = programs.Keys.ToDictionary(name => name, _ => new List<(double Listens, double Answers)>());
        for (var round = 0; round <= starts; round++) // The first for the disk and the development key.
        {
            foreach (var (name, folder) in programs)
            {
                var time = await MeasureAsync(StartInfo(folder, connectionString, dataDirectory.FullName), cancellation);
                if (round > 0)
                {
                    times[name].Add(time);
                }
            }
        }

        dataDirectory.Delete(recursive: true);
        await output.WriteLineAsync("| program | listens, median ms | first answer, median ms | least | most |\n|---|--:|--:|--:|--:|");
        foreach (var (name, taken) in times)
        {
            var answers = taken.Select(time => time.Answers).Order().ToList();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {taken.Select(time => time.Listens).Order().ElementAt(starts / 2):N0} | {answers[starts / 2]:N0} | {answers[0]:N0} | {answers[^1]:N0} |"));
        }
    }

    /// <summary>Publishes the host compiled ahead of time, as a deployment would.</summary>
    public static async Task PublishAsync(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine("src", "Plr.Host"), "-p:PublishProfile=Ready", "-m:1", "-o", folder]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var said = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet could not publish:\n{said}");
        }
    }

    private static async Task<(double Listens, double Answers)> MeasureAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        using var body = new StringContent(Query, Encoding.UTF8, "application/json");
        var clock = Stopwatch.StartNew();
        await using var serving = await ServingProcess.StartAsync(start, Limit, cancellation);
        var listens = clock.Elapsed.TotalMilliseconds;
        using var response = await client.PostAsync(new Uri(serving.Address, "/graphql"), body, cancellation);
        var text = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation);
        var answers = clock.Elapsed.TotalMilliseconds;
        return text.StartsWith(Answer, StringComparison.Ordinal) ? (listens, answers) : throw new InvalidOperationException($"it answered {text}");
    }

    private static ProcessStartInfo StartInfo(string folder, string connectionString, string dataDirectory)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "plr.dll"), "serve", "--urls", "http://127.0.0.1:0"]);
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Plr"] = connectionString;
        start.Environment["Plr__DataDirectory"] = dataDirectory;
        start.Environment["Plr__Ide"] = "false"; // The first start would fetch it.
        return start;
    }
}
