namespace Plr.Benchmarks.Comparison;

/// <summary>How the comparison is run.</summary>
internal sealed record ComparisonOptions(Rounds Rounds, ConsentedTarget? Consented)
{
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
}
