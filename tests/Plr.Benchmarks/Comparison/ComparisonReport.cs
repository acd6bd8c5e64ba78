using System.Globalization;
using System.Text;

namespace Plr.Benchmarks.Comparison;

/// <summary>Rows as ratios to the floor, and whether they are what they must be.</summary>
internal static class ComparisonReport
{
    /// <summary>The most bytes that the engine may allocate for `hello`, what the web server allocates included.</summary>
    public const double MaxHelloBytes = 2048;

    /// <summary>The least requests per second of the consented graph, as a ratio to its floor.</summary>
    public const double MinConsentedRatio = 0.70;

    /// <summary>The longest p99 of the consented graph, as a ratio to its floor.</summary>
    public const double MaxConsentedTail = 2;

    /// <summary>The web server alone, which has one fixed answer.</summary>
    public const string Bare = "kestrel";

    private const string Floor = "floor";

    public static string Table(IReadOnlyList<Measurement> rows)
    {
        var table = new StringBuilder("| operation | server | requests/s | × floor | p50 ms | p99 ms | p99 × floor | CPU µs/request | × floor | bytes/request | gen2 | memory MB |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var row in rows)
        {
            var floor = FloorOf(rows, row);
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Operation} | {row.Server} | {row.RequestsPerSecond:0} | {row.RatioTo(floor):0.00} | {row.Median.TotalMilliseconds:0.00} | {row.NinetyNinth.TotalMilliseconds:0.00} | {TailTo(row, floor):0.00} | {row.ProcessorTimePerRequest?.TotalMicroseconds:0.0} | {row.ProcessorTimePerRequest / floor.ProcessorTimePerRequest:0.00} | {row.AllocatedPerRequest:0} | {row.Gen2Collections} | {row.WorkingSet / 1_048_576} |\n");
        }

        return table.ToString();
    }

    /// <summary>What must hold of the rows that there are, one line each, with whether it does.</summary>
    public static string Verdicts(IReadOnlyList<Measurement> rows)
    {
        var verdicts = new StringBuilder();
        foreach (var row in rows.Where(row => row.Server is not (Floor or Bare)))
        {
            var floor = FloorOf(rows, row);
            if (row is { Operation: "hello", AllocatedPerRequest: { } bytes })
            {
                var bare = rows.FirstOrDefault(other => other.Server is Bare && other.Operation == row.Operation);
                Say(row, bytes <= MaxHelloBytes, $"{bytes:0} bytes a request (the floor {floor.AllocatedPerRequest:0}, the web server alone {bare?.AllocatedPerRequest:0}), at most {MaxHelloBytes:0}");
            }

            if (row is { Operation: "consented" })
            {
                var ratio = row.RatioTo(floor);
                Say(row, ratio >= MinConsentedRatio, $"{ratio:0.00} of the floor's requests per second, at least {MinConsentedRatio:0.00}");
                var tail = TailTo(row, floor);
                Say(row, tail <= MaxConsentedTail, $"{tail:0.00} times the floor's p99, at most {MaxConsentedTail:0.00}");
            }

            if (row.Gen2Collections is { } collections && row.Operation is not "consented")
            {
                Say(row, collections == 0, $"{collections} gen2 collections (the floor {floor.Gen2Collections}), none");
            }
        }

        return verdicts.ToString();

        void Say(Measurement row, bool isMet, FormattableString what) => verdicts.Append(
            CultureInfo.InvariantCulture, $"- `{row.Operation}`, {row.Server}: {what.ToString(CultureInfo.InvariantCulture)}: {(isMet ? "met" : "missed")}\n");
    }

    private static Measurement FloorOf(IReadOnlyList<Measurement> rows, Measurement row) =>
        rows.First(other => other.Server == Floor && other.Operation == row.Operation);

    private static double TailTo(Measurement row, Measurement floor) => row.NinetyNinth / floor.NinetyNinth;
}
