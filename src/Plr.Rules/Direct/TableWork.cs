namespace Plr.Rules.Direct;

/// <summary>What the tables of one evaluation may reckon, however often they are built.</summary>
/// <param name="most">Sums, each for each way that leads to it: as <see cref="Evaluation.EvaluationOptions.MaxSums"/>.</param>
internal sealed class TableWork(long most)
{
    private readonly long most = most;
    private long left = most;

    /// <summary>Begins another evaluation.</summary>
    public void Begin() => left = most;

    /// <summary>Takes some of what is allowed; false if it does not suffice, now and until the next begins.</summary>
    public bool Spend(long sums) => (left = Math.Max(-1, left - sums)) >= 0;
}
