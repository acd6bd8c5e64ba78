using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Plr.Storage;
using Plr.Storage.Demonstration;

namespace Plr.Benchmarks.Starts;

/// <summary>From the start of the process <c>plr serve</c> to its first answer, on a database that runs and holds the demonstration.</summary>
internal static partial class StartRun
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
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Limit);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        try
        {
            var address = await AddressAsync(process, patience.Token);
            var listens = clock.Elapsed.TotalMilliseconds;
            using var response = await client.PostAsync(new Uri(address, "/graphql"), body, patience.Token);
            var text = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(patience.Token);
            var answers = clock.Elapsed.TotalMilliseconds;
            return text.StartsWith(Answer, StringComparison.Ordinal) ? (listens, answers) : throw new InvalidOperationException($"it answered {text}");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<Uri> AddressAsync(Process process, CancellationToken cancellation)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (GraphLine().Match(line) is { Success: true } found)
            {
                return new Uri(found.Groups["address"].Value);
            }
        }

        throw new InvalidOperationException("it ended before it listened");
    }

    private static ProcessStartInfo StartInfo(string folder, string connectionString, string dataDirectory)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "plr.dll"), "serve", "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Plr"] = connectionString;
        start.Environment["Plr__DataDirectory"] = dataDirectory;
        start.Environment["Plr__Ide"] = "false"; // The first start would fetch it.
        return start;
    }

    [GeneratedRegex("graph +(?<address>http://127.0.0.1:[0-9]+)/graphql")]
    private static partial Regex GraphLine();
}
