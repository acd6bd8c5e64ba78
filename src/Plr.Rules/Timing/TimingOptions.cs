namespace Plr.Rules.Timing;

/// <summary>How long to run before and while measuring.</summary>
public sealed record TimingOptions
{
    /// <summary>Long enough for the inner loops to have been compiled for speed.</summary>
    public static TimingOptions Default { get; } = new();

    /// <summary>Before each figure the questions are answered in rounds, at least one, until so much time has passed.</summary>
    public TimeSpan Warming { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>So long the machine is watched for what it takes from a thread that never waits.</summary>
    public TimeSpan Watching { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Rankings on all cores go on, in rounds, until so much time has passed.</summary>
    public TimeSpan InParallel { get; init; } = TimeSpan.FromSeconds(3);
}
