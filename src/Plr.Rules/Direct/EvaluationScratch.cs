namespace Plr.Rules.Direct;

/// <summary>Working memory of evaluations, one for each thread, used again and again.</summary>
internal sealed class EvaluationScratch
{
    [ThreadStatic]
    private static EvaluationScratch? ofThread;

    /// <summary>The one of this thread. Nothing in it outlives the call that filled it.</summary>
    public static EvaluationScratch OfThread => ofThread ??= new EvaluationScratch();

    public LearnerUnits Learner { get; } = new();

    /// <summary>A learner with nothing achieved.</summary>
    public LearnerUnits Nobody { get; } = new();

    public DirectSearch Search { get; } = new();
}
