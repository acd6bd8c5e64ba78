using System.Globalization;

namespace Plr.Benchmarks.Routes;

/// <summary>The processor time of every PostgreSQL of the machine: on a quiet one that is the graph's. Linux alone; nothing elsewhere.</summary>
internal static class DatabaseProcesses
{
    private const double TicksOfSecond = 100;
    private const int UserTime = 11;

    public static TimeSpan ProcessorTime()
    {
        var ticks = 0L;
        foreach (var process in Directory.Exists("/proc") ? Directory.EnumerateDirectories("/proc") : [])
        {
            // A process that ends meanwhile has no files any more.
            if (char.IsAsciiDigit(Path.GetFileName(process)[0]) && Read(Path.Combine(process, "stat")) is { } stat && stat.Contains("(postgres)", StringComparison.Ordinal))
            {
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                ticks += long.Parse(fields[UserTime], CultureInfo.InvariantCulture) + long.Parse(fields[UserTime + 1], CultureInfo.InvariantCulture);
            }
        }

        return TimeSpan.FromSeconds(ticks / TicksOfSecond);
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
