using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plr.Rules;
using Plr.Rules.Evaluation;
using Plr.Rules.Testing;

namespace Plr.Benchmarks.Rules;

/// <summary>Ranks for the same number of learners on catalogues of growing size, one thread, one process, and writes a table and a picture.</summary>
internal static class ScaleRun
{
    private const int UnitsHeld = 30;
    private const int Top = 100;

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(2);

    /// <summary>Writes <c>rules-scale.md</c> and <c>rules-scale.svg</c>.</summary>
    /// <param name="sizes">Numbers of qualifications, ascending.</param>
    public static void Write(IReadOnlyList<int> sizes, int learners, DirectoryInfo target, TextWriter output)
    {
        var rows = new List<ScaleRow>();
        foreach (var size in sizes)
        {
            rows.Add(Measure(size, learners));
            output.WriteLine(Line(rows[^1]));
        }

        target.Create();
        File.WriteAllText(Path.Combine(target.FullName, "rules-scale.md"), Table(rows, learners));
        File.WriteAllText(Path.Combine(target.FullName, "rules-scale.svg"), ScaleChart.Draw(rows, $"{learners} learners with {UnitsHeld} units each, one core"));
    }

    private static ScaleRow Measure(int qualifications, int learners)
    {
        var source = NationalGenerator.Make(qualifications);
        var clock = Stopwatch.StartNew();
        var engine = new RulesEngine(source.Compile(), "scale");
        engine.Prepare();
        var compile = clock.Elapsed;
        var asked = source.Learners(learners, UnitsHeld);
        clock.Restart();
        while (clock.Elapsed < Warming)
        {
            _ = Rank(engine, asked);
        }

        var times = Rank(engine, asked);
        double At(double part) => times[(int)Math.Min(times.Length - 1, part * times.Length)];
        var links = CatalogueCensus.Take(source.Units, source.Qualifications).First(row => row.Name == "links").Count;
        return new ScaleRow(qualifications, source.Units.Count, links, compile, At(0.5), At(0.9), At(0.99), times[^1]);
    }

    private static double[] Rank(RulesEngine engine, IReadOnlyList<IReadOnlyList<AchievedUnit>> learners)
    {
        var times = new double[learners.Count];
        for (var index = 0; index < times.Length; index++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = engine.Routes(learners[index], NationalGenerator.AsOf, filter: null, Top);
            times[index] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static string Table(List<ScaleRow> rows, int learners)
    {
        var text = new StringBuilder("# Ranking as the catalogue grows\n\n    dotnet run -c Release --project tests/Plr.Benchmarks -- scale\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:d MMMM yyyy}, .NET {Environment.Version}, {Environment.ProcessorCount} cores of which one ranks. ");
        text.Append(CultureInfo.InvariantCulture, $"{learners} learners with {UnitsHeld} units each ask for the first {Top} of all\n");
        text.Append("qualifications, by exact remaining credits, one after the other; every size has the nation's proportion of units and links. Microseconds a ranking:\n\n");
        text.Append("| qualifications | units | links | compile, ms | median | p90 | p99 | max |\n|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        rows.ForEach(row => text.Append(Line(row)).Append('\n'));
        return text.Append("\n![Microseconds a ranking, by size of the catalogue](rules-scale.svg)\n").ToString();
    }

    private static string Line(ScaleRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Qualifications:N0} | {row.Units:N0} | {row.Links:N0} | {row.Compile.TotalMilliseconds:N0} | {row.Median:N0} | {row.NinetyPercent:N0} | {row.NinetyNinePercent:N0} | {row.Longest:N0} |");
}
