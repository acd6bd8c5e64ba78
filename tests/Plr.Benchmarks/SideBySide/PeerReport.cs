using System.Globalization;
using System.Text;
using Plr.Benchmarks.Comparison;

namespace Plr.Benchmarks.SideBySide;

/// <summary>The page about a session: its conditions, every row, and where a peer is ahead.</summary>
internal static class PeerReport
{
    private const string Floor = "floor";
    private const string Plain = "plain";

    public static string Page(PeerSession session, IReadOnlyList<Measurement> rows, string picture)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# The peers side by side\n\n    {session.Command}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{session.At:d MMMM yyyy}, .NET {Environment.Version}, node {session.Node.TrimStart('v')}. {session.Summary}, shared by load\n");
        page.Append(CultureInfo.InvariantCulture, $"generator, server and database; {Processes(session.Options.Processes)} a peer, in production mode. A ratio of requests is the median of the rounds' ratios.\n");
        page.Append(CultureInfo.InvariantCulture, $"{Busy(session)}Versions: {string.Join(", ", session.Versions)}.\n\n");
        page.Append("Before it was measured, each server gave the same answers as `floor`. Bytes of an answer: ");
        page.AppendJoin(", ", session.Sizes.Select(size => string.Create(CultureInfo.InvariantCulture, $"`{size.Key}` {size.Value:N0}"))).Append(".\n\n");
        page.Append(Table(rows)).Append('\n').Append(Best(rows)).Append('\n').Append(Ahead(rows));
        return page.Append(CultureInfo.InvariantCulture, $"\n![Requests per second as a ratio to the floor]({picture})\n").ToString();
    }

    public static string Table(IReadOnlyList<Measurement> rows)
    {
        var table = new StringBuilder("| operation | server | requests/s | × floor | p50 ms | p99 ms | p99 × floor | CPU µs/request | × floor | memory MB |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var row in rows)
        {
            var floor = Of(rows, row.Operation, Floor);
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Operation} | {Peer.TitleOf(row.Server)} | {row.RequestsPerSecond:N0} | {row.RatioTo(floor):0.00} | {row.Median.TotalMilliseconds:0.00} | {row.NinetyNinth.TotalMilliseconds:0.00} | {row.NinetyNinth / floor.NinetyNinth:0.00} | {row.ProcessorTimePerRequest?.TotalMicroseconds:N0} | {row.ProcessorTimePerRequest / floor.ProcessorTimePerRequest:0.00} | {row.WorkingSet / 1_048_576} |\n");
        }

        return table.ToString();
    }

    /// <summary>The engine beside the best peer, an operation a line: the requests it answers, and the processor time that a request takes of the peer.</summary>
    public static string Best(IReadOnlyList<Measurement> rows)
    {
        var table = new StringBuilder("| operation | best peer | requests/s: `plain` ÷ peer | CPU a request: peer ÷ `plain` |\n|---|---|---:|---:|\n");
        foreach (var operation in Operations(rows))
        {
            var best = PeersOf(rows, operation).MaxBy(row => row.RatioTo(Of(rows, operation, Floor)))!; // A session has every peer.
            var plain = Of(rows, operation, Plain);
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {operation} | {Peer.TitleOf(best.Server)} | {plain.RatioTo(best):0.00} | {best.ProcessorTimePerRequest / plain.ProcessorTimePerRequest:0.00} |\n");
        }

        return table.ToString();
    }

    /// <summary>Where a peer answers more requests or has the shorter p99, one line each; or that there is none.</summary>
    public static string Ahead(IReadOnlyList<Measurement> rows)
    {
        var ahead = new StringBuilder();
        foreach (var operation in Operations(rows))
        {
            var plain = Of(rows, operation, Plain);
            foreach (var peer in PeersOf(rows, operation))
            {
                if (peer.RatioTo(plain) is > 1 and var rate)
                {
                    ahead.Append(CultureInfo.InvariantCulture, $"- {Peer.TitleOf(peer.Server)} is ahead of `plain` on `{operation}`: {rate:0.00} times its requests per second.\n");
                }

                if (peer.NinetyNinth < plain.NinetyNinth)
                {
                    ahead.Append(CultureInfo.InvariantCulture, $"- {Peer.TitleOf(peer.Server)} is ahead of `plain` on `{operation}`: its p99 is {peer.NinetyNinth / plain.NinetyNinth:0.00} of it.\n");
                }
            }
        }

        return ahead.Length == 0 ? "No peer is ahead of `plain`, in requests per second or in p99.\n" : ahead.ToString();
    }

    private static IEnumerable<string> Operations(IReadOnlyList<Measurement> rows) => rows.Select(row => row.Operation).Distinct();

    private static IEnumerable<Measurement> PeersOf(IReadOnlyList<Measurement> rows, string operation) =>
        rows.Where(row => row.Operation == operation && row.Server is not (Floor or Plain));

    private static Measurement Of(IReadOnlyList<Measurement> rows, string operation, string server) =>
        rows.First(row => row.Operation == operation && row.Server == server);

    private static string Processes(int count) => count == 1 ? "one process" : string.Create(CultureInfo.InvariantCulture, $"{count} processes");

    private static string Busy(PeerSession session) => session is { BusyBefore: { } before, BusyAfter: { } after }
        ? $"Load average {before} before, {after} after; on a quiet machine it is below 1 before.\n"
        : "";
}
