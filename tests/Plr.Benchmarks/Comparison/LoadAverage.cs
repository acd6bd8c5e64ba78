namespace Plr.Benchmarks.Comparison;

/// <summary>How many processes wanted a core in the last minute. Linux alone.</summary>
internal static class LoadAverage
{
    public static string? Read() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : null;
}
