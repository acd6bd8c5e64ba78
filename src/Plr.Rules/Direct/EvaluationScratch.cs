namespace Plr.Rules.Direct;

/// <summary>Working memory of evaluations, one for each thread, used again and again.</summary>
internal sealed class EvaluationScratch
{
    [ThreadStatic]
    private static EvaluationScratch? ofThread;

    /// <summary>The one of this thread. What a call left in it is of no use to the next, but for the learner if that is the same.</summary>
    public static EvaluationScratch OfThread => ofThread ??= new EvaluationScratch();

    public LearnerUnits Learner { get; } = new();

    /// <summary>A learner with nothing achieved.</summary>
    public LearnerUnits Nobody { get; } = new();

    public DirectSearch Search { get; } = new();
}
