using BenchmarkDotNet.Attributes;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes;
using Plr.Rules.Testing;

namespace Plr.Benchmarks.Rules;

/// <summary>Every qualification of the nation by exact remaining credits, each time for another learner.</summary>
public class RankingBenchmarks
{
    private const int Top = 100;

    private IReadOnlyList<IReadOnlyList<AchievedUnit>> learners = null!; // Set before the first measurement.
    private int next;

    [Params(10, 30, 60)]
    public int UnitsHeld { get; set; }

    [GlobalSetup]
    public void Generate() => learners = National.Source.Learners(National.Learners, UnitsHeld);

    [Benchmark]
    public RoutePage Ranking() => National.Engine.Routes(learners[next++ % learners.Count], NationalGenerator.AsOf, filter: null, Top);
}
