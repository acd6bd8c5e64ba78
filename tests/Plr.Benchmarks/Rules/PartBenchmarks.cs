using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Plr.Benchmarks.Rules;

/// <summary>Runs the benchmarks of this folder within this process: the nation's catalogue is made once for all of them.</summary>
internal static class PartBenchmarks
{
    private static readonly Type[] Types = [typeof(CompilationBenchmarks), typeof(RankingBenchmarks), typeof(AnswerBenchmarks)];

    /// <param name="filter">Which, as <c>*Ranking*</c>.</param>
    /// <returns>How many were measured.</returns>
    public static int Run(string filter)
    {
        var config = DefaultConfig.Instance
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.DontLogOutput).WithWarmupCount(3).WithIterationCount(10))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumn(StatisticColumn.Median, StatisticColumn.P95)
            .WithOption(ConfigOptions.JoinSummary, true);
        return BenchmarkSwitcher.FromTypes(Types).Run(["--filter", filter], config).Sum(summary => summary.Reports.Count(report => report.Success));
    }
}
