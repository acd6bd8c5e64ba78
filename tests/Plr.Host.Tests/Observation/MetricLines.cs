using System.Globalization;
using System.Text.RegularExpressions;
using Plr.Host.Tests.Serving;

namespace Plr.Host.Tests.Observation;

/// <summary>What <c>/metrics</c> says, by its lines.</summary>
internal sealed partial class MetricLines(string text)
{
    public string Text { get; } = text;

    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<MetricLines> ReadAsync(GraphServer server) => new(await server.Http.GetStringAsync(server.Address + "/metrics"));

    /// <summary>The value of a series, named with its labels as printed; 0 when it is not there.</summary>
    public double Value(string series) => Lines
        .Where(line => line.StartsWith(series + " ", StringComparison.Ordinal))
        .Select(line => double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture))
        .SingleOrDefault();

    /// <summary>Lines that are neither a comment nor a sample.</summary>
    public IEnumerable<string> Malformed => Lines.Where(line => !Line().IsMatch(line));

    // Prometheus text format 0.0.4.
    [GeneratedRegex("""^(# HELP [a-zA-Z_][a-zA-Z0-9_]* .*|# TYPE [a-zA-Z_][a-zA-Z0-9_]* (counter|gauge|histogram)|[a-zA-Z_][a-zA-Z0-9_]*(\{[a-zA-Z_][a-zA-Z0-9_]*="[^"\\]*"(,[a-zA-Z_][a-zA-Z0-9_]*="[^"\\]*")*\})? -?[0-9.E+-]+)$""")]
    private static partial Regex Line();
}
