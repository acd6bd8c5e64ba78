using System.Diagnostics;
using System.Text.Json;

namespace Plr.Rules.Exchange;

/// <summary><c>plr rules time</c>: how long compiling a catalogue and ranking all its qualifications takes, for anyone to repeat.</summary>
public static class RulesTiming
{
    private const int WarmRounds = 2;

    /// <summary>Loads, compiles and ranks, and writes what it took as JSON: milliseconds, bytes, microseconds.</summary>
    /// <param name="catalogue">An exchange document with the catalogue.</param>
    /// <param name="learners">An exchange document with the learners; null if the catalogue document has them.</param>
    /// <param name="top">Routes on a page, 1 to <see cref="RulesEngine.MaxPage"/>.</param>
    /// <returns>What is wrong with the documents; empty if the results were written.</returns>
    public static IReadOnlyList<ExchangeProblem> Run(Stream catalogue, Stream? learners, int top, Stream output)
    {
        var clock = Stopwatch.StartNew();
        var (loaded, problems) = ExchangeLoader.Load(catalogue, learners);
        if (loaded is null)
        {
            return [.. problems.Take(ExchangeEvaluator.MaxProblems)];
        }

        var read = clock.Elapsed;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        var engine = new RulesEngine(loaded.Catalogue, "timing");
        engine.Prepare();
        var compiled = clock.Elapsed;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        for (var round = 0; round < WarmRounds; round++)
        {
            Rank(engine, loaded, top);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var times = Rank(engine, loaded, top);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Write(output, loaded, top, read, compiled, memory, allocated, times);
        return [];
    }

    private static double[] Rank(RulesEngine engine, ExchangeLoaded loaded, int top)
    {
        var times = new double[loaded.Document.Learners.Count];
        foreach (var (index, learner) in loaded.Document.Learners.Index())
        {
            var start = Stopwatch.GetTimestamp();
            engine.Routes(learner.Achieved, loaded.AsOf, filter: null, top);
            times[index] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static void Write(
        Stream output, ExchangeLoaded loaded, int top, TimeSpan read, TimeSpan compiled, long memory, long allocated, double[] times)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("format", "rta-times/1");
        writer.WriteNumber("qualifications", loaded.Catalogue.Count);
        writer.WriteNumber("units", loaded.Document.Units.Count);
        writer.WriteNumber("learners", times.Length);
        writer.WriteNumber("top", top);
        writer.WriteNumber("readMilliseconds", Math.Round(read.TotalMilliseconds, 1));
        writer.WriteNumber("compileMilliseconds", Math.Round(compiled.TotalMilliseconds, 1));
        writer.WriteNumber("indexBytes", memory);
        if (times.Length > 0)
        {
            writer.WriteNumber("allocatedBytesPerRanking", allocated / times.Length);
            writer.WriteStartObject("rankingMicroseconds");
            foreach (var (name, part) in new[] { ("min", 0.0), ("p10", 0.1), ("median", 0.5), ("p90", 0.9), ("p99", 0.99), ("max", 1.0) })
            {
                writer.WriteNumber(name, Math.Round(times[(int)Math.Min(times.Length - 1, part * times.Length)], 1));
            }

            writer.WriteNumber("mean", Math.Round(times.Average(), 1));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
