namespace Plr.Benchmarks.Comparison;

/// <summary>Drives servers one after the other, round by round, so that whatever else the machine does falls on all of them.</summary>
internal sealed record Rounds(int Count, TimeSpan WarmUp, TimeSpan RunTime, int Connections)
{
    /// <summary>One row a target, in their order.</summary>
    /// <remarks>Between warm-up and the first round a process collects, where it can be told to: what the warm-up has built up is not the rounds' own.</remarks>
    /// <param name="accepts">As <see cref="LoadGenerator"/> has it.</param>
    public async Task<IReadOnlyList<Measurement>> MeasureAsync(
        string operation, IReadOnlyList<Target> targets, CancellationToken cancellation, LoadGenerator.Accepts? accepts = null)
    {
        foreach (var target in targets)
        {
            await LoadAsync(target, WarmUp);
            if (target.Process is { } process)
            {
                await process.CollectAsync(cancellation);
            }
        }

        var runs = targets.ToDictionary(target => target, _ => new List<MeasuredRun>());
        for (var round = 0; round < Count; round++)
        {
            foreach (var target in targets)
            {
                runs[target].Add(await RunAsync(target));
            }
        }

        return [.. targets.Select(target => Measurement.Of(target.Name, operation, runs[target], target.Process?.WorkingSet))];

        // The processor time is taken inside: asking for the memory costs some.
        async Task<MeasuredRun> RunAsync(Target target)
        {
            var memory = target.Process is null ? null : await target.Process.MemoryAsync(cancellation);
            var processor = target.Process?.ProcessorTime;
            var load = await LoadAsync(target, RunTime);
            processor = target.Process?.ProcessorTime - processor;
            var after = target.Process is null ? null : await target.Process.MemoryAsync(cancellation);
            return new MeasuredRun(load, processor, after?.AllocatedBytes - memory?.AllocatedBytes, after?.Gen2Collections - memory?.Gen2Collections);
        }

        Task<LoadResult> LoadAsync(Target target, TimeSpan time) =>
            LoadGenerator.RunAsync(target.Address, target.Bodies, target.Token, Connections, time, cancellation, accepts);
    }
}
