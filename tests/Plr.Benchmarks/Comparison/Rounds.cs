namespace Plr.Benchmarks.Comparison;

/// <summary>Drives servers one after the other, round by round, so that whatever else the machine does falls on all of them.</summary>
internal sealed record Rounds(int Count, TimeSpan WarmUp, TimeSpan RunTime, int Connections)
{
    /// <summary>One row a target, in their order.</summary>
    /// <param name="accepts">As <see cref="LoadGenerator"/> has it.</param>
    public async Task<IReadOnlyList<Measurement>> MeasureAsync(
        string operation, IReadOnlyList<Target> targets, CancellationToken cancellation, LoadGenerator.Accepts? accepts = null)
    {
        foreach (var target in targets)
        {
            await LoadAsync(target, WarmUp);
        }

        var runs = targets.ToDictionary(target => target, _ => new List<(LoadResult, TimeSpan?)>());
        for (var round = 0; round < Count; round++)
        {
            foreach (var target in targets)
            {
                var before = target.Process?.ProcessorTime;
                var load = await LoadAsync(target, RunTime);
                runs[target].Add((load, target.Process?.ProcessorTime - before));
            }
        }

        return [.. targets.Select(target => Measurement.Of(target.Name, operation, runs[target], target.Process?.WorkingSet))];

        Task<LoadResult> LoadAsync(Target target, TimeSpan time) =>
            LoadGenerator.RunAsync(target.Address, target.Bodies, target.Token, Connections, time, cancellation, accepts);
    }
}
