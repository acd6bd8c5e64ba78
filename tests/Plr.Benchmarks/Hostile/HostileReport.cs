using System.Globalization;

namespace Plr.Benchmarks.Hostile;

/// <summary>What a run found, as a page of tables.</summary>
internal sealed record HostileReport(
    IReadOnlyList<Probe> Probes,
    IReadOnlyList<(ProtocolAttack Attack, string? Wrong)> Protocols,
    IReadOnlyList<double> Calm,
    IReadOnlyList<double> Crowded,
    IReadOnlyList<string> BystanderErrors,
    long MemoryBefore,
    long MemoryAfter,
    bool HasExited)
{
    private const double MaxGrowth = 1.05;
    private const long MaxGrowthBytes = 32 << 20;

    private bool IsMemoryBack => MemoryAfter <= Math.Max(MemoryBefore * MaxGrowth, MemoryBefore + MaxGrowthBytes);

    /// <summary>Whether all of it is as the table says and the list asks, but for the bystander's time, which is the machine's too. The list
    /// asks for so little processor time where the request is no longer than 256 KiB.</summary>
    public bool IsGood(TimeSpan maxProcessorTime) => !HasExited && IsMemoryBack && BystanderErrors.Count == 0
        && Probes.All(probe => probe.Wrong.Count == 0 && (!probe.Attack.Expected.IsRefusal || !IsShort(probe) || probe.Median <= maxProcessorTime))
        && Protocols.All(met => met.Wrong is null);

    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync("| row | attack | comes back | " + string.Join(" | ", Enum.GetValues<Transport>()) + " |");
        await output.WriteLineAsync("|---|---|---|" + string.Concat(Enum.GetValues<Transport>().Select(_ => "--:|")));
        foreach (var row in Probes.GroupBy(probe => probe.Attack))
        {
            var cells = Enum.GetValues<Transport>().Select(transport => Cell(row.FirstOrDefault(probe => probe.Transport == transport)));
            await output.WriteLineAsync($"| {row.Key.Id} | {row.Key.Name} | {row.Key.Expected} | {string.Join(" | ", cells)} |");
        }

        await output.WriteLineAsync("\n| row | attack on a protocol | must meet | met |\n|---|---|---|---|");
        foreach (var (attack, wrong) in Protocols)
        {
            await output.WriteLineAsync($"| {attack.Id} | {attack.Name} | {attack.Expected} | {wrong ?? "yes"} |");
        }

        await output.WriteLineAsync("\n| all together | |\n|---|--:|");
        await WriteAsync(output, "rows × transports", $"{Probes.Count}");
        await WriteAsync(output, "of them as the table says", $"{Probes.Count(probe => probe.Wrong.Count == 0)}");
        await WriteAsync(output, "processor time of a refusal, requests up to 256 KiB: largest median, largest of all", Largest(Refusals.Where(IsShort)));
        await WriteAsync(output, "of longer requests", Largest(Refusals.Where(probe => !IsShort(probe))));
        await WriteAsync(output, "refusals past 50 ms, up to 256 KiB and longer", $"{Slow(Refusals.Where(IsShort))}; {Slow(Refusals.Where(probe => !IsShort(probe)))}");
        await WriteAsync(output, "bystander alone, median and 99th percentile, ms", Percentiles(Calm));
        await WriteAsync(output, "bystander beside the attacks, ms", Percentiles(Crowded));
        await WriteAsync(output, "bystander's errors", BystanderErrors.Count == 0 ? "none" : string.Join("; ", BystanderErrors));
        await WriteAsync(output, "memory before and after, MiB", string.Create(CultureInfo.InvariantCulture, $"{MemoryBefore / 1048576.0:0} and {MemoryAfter / 1048576.0:0}"));
        await WriteAsync(output, "the process", HasExited ? "ended" : "the same");
        foreach (var probe in Probes.Where(probe => probe.Wrong.Count > 0))
        {
            await output.WriteLineAsync($"\n{probe.Attack.Id} over {probe.Transport}: {string.Join("; ", probe.Wrong)}");
        }
    }

    private IEnumerable<Probe> Refusals => Probes.Where(probe => probe.Attack.Expected.IsRefusal);

    private static bool IsShort(Probe probe) => probe.Attack.Payload.ToJson().Length <= 262_144;

    private static string Largest(IEnumerable<Probe> probes) => string.Create(
        CultureInfo.InvariantCulture, $"{probes.Max(probe => probe.Median).TotalMilliseconds:0.0} ms, {probes.Max(probe => probe.Most).TotalMilliseconds:0.0} ms");

    private static string Slow(IEnumerable<Probe> probes) =>
        $"{probes.Sum(probe => probe.ProcessorTimes.Count(time => time.TotalMilliseconds > 50))} of {probes.Sum(probe => probe.ProcessorTimes.Count)}";

    private static string Cell(Probe? probe) => probe is null ? "–" : string.Create(
        CultureInfo.InvariantCulture, $"{probe.Median.TotalMilliseconds:0.0} ({probe.Most.TotalMilliseconds:0.0}){(probe.Wrong.Count > 0 ? " **wrong**" : "")}");

    private static string Percentiles(IReadOnlyList<double> sorted) => string.Create(
        CultureInfo.InvariantCulture, $"{sorted[sorted.Count / 2]:0.0} and {sorted[sorted.Count * 99 / 100]:0.0} of {sorted.Count}");

    private static Task WriteAsync(TextWriter output, string what, string value) => output.WriteLineAsync($"| {what} | {value} |");
}
