namespace Plr.GraphQL.Execution.Tracing;

// One stage as it went.
internal sealed class TracedStage(long begun)
{
    internal long Begun { get; } = begun;

    internal TimeSpan Elapsed { get; set; }

    internal List<(string Loader, int Keys, TimeSpan Elapsed)> Batches { get; } = [];
}
