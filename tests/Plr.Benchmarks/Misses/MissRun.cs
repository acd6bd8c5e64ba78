using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Costs;
using Plr.Host.Configuration;
using Plr.Host.Serving;

namespace Plr.Benchmarks.Misses;

/// <summary>Documents that the server has never seen: parsed, validated, planned, reckoned and kept, one after the other on one thread.</summary>
/// <remarks>By the executor as the host makes it, on the whole graph. A request that asks only for its cost takes the same way up to execution.</remarks>
internal static class MissRun
{
    private const int Seed = 1;

    /// <returns>0 when every document passed, else 1.</returns>
    public static async Task<int> RunAsync(int documents, int fields, int rounds, bool registers, TextWriter output, CancellationToken cancellation)
    {
        await using var services = MakeServices();
        var executor = services.GetRequiredService<RequestExecutorProvider>().Get("combined");
        var writer = new DocumentWriter(executor.Schema, Seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rates = new List<(double PerSecond, double PerProcessorSecond, double Bytes)>();
        for (var round = 0; round <= rounds; round++) // The first for the compiler.
        {
            var texts = new byte[documents][];
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = writer.Next(fields);
                // Apart from the operation's name too: no two ask for the same.
                seen.Add(Encoding.UTF8.GetString(texts[i]).Split('{', 2)[1]);
            }

            GC.Collect();
            var requests = texts.Select(text => Request(text, registers)).ToArray();
            var rate = await MeasureAsync(executor, services, requests, cancellation);
            if (round > 0)
            {
                rates.Add(rate);
                await output.WriteLineAsync(Line($"round {round}", rate, texts));
            }
        }

        var (count, bytes) = executor.CachedDocuments;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"median {Median(rates.Select(rate => rate.PerSecond)):N0} documents a second, {Median(rates.Select(rate => rate.PerProcessorSecond)):N0} a second of processor time, "
            + $"{Median(rates.Select(rate => rate.Bytes)):N0} bytes allocated each; {seen.Count:N0} distinct of {(rounds + 1) * documents:N0}; "
            + $"kept at the end {count:N0}, {bytes / 1_048_576.0:N1} MiB"));
        return 0;
    }

    private static async Task<(double PerSecond, double PerProcessorSecond, double Bytes)> MeasureAsync(
        RequestExecutor executor, IServiceProvider services, GraphQLRequest[] requests, CancellationToken cancellation)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        foreach (var request in requests)
        {
            using var result = await executor.ExecuteAsync(request, services, cancellation);
            if (result.ErrorCount > 0)
            {
                throw new InvalidOperationException($"{Encoding.UTF8.GetString(result.Body.Span)} for {Encoding.UTF8.GetString(request.Document.Span)}");
            }
        }

        var seconds = clock.Elapsed.TotalSeconds;
        return (
            requests.Length / seconds, requests.Length / (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)requests.Length);
    }

    private static GraphQLRequest Request(byte[] text, bool registers) => new()
    {
        Document = text,
        DocumentHash = registers ? Convert.ToHexStringLower(SHA256.HashData(text)) : null,
        Cost = CostReporting.Validate,
    };

    private static ServiceProvider MakeServices()
    {
        // Some documents cost more than is let through; they are to take the whole way too.
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Plr:EnforceLimits", "false")]).Build();
        var configuration = PlrConfiguration.Read(settings, new Production(), ProgramFiles.Find());
        var services = new ServiceCollection();
        services.AddLogging();
        Graphs.Add(services, configuration);
        return services.BuildServiceProvider();
    }

    private static string Line(string name, (double PerSecond, double PerProcessorSecond, double Bytes) rate, byte[][] texts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: {rate.PerSecond:N0} documents a second, {rate.PerProcessorSecond:N0} a second of processor time, {rate.Bytes:N0} bytes allocated each; {texts.Average(text => text.Length):N0} bytes long");

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted && sorted.Count % 2 == 1
        ? sorted[sorted.Count / 2]
        : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "plr";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
