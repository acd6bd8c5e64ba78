using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Stages;

namespace Plr.GraphQL.Execution.Tracing;

// How an operation was executed, as text for its author: stages, the objects of each, how their fields came, and which batches were loaded.
internal sealed class PlanTrace
{
    private readonly List<TracedStage> stages = [];
    private readonly List<(int Stage, ObjectBatch Objects)> objects = [];
    private readonly long begun = Stopwatch.GetTimestamp();

    // Called while the objects are there: the text is made of them.
    internal string Text { get; private set; } = "";

    // Objects whose fields the next stage executes.
    internal void AddObjects(ObjectBatch batch) => objects.Add((stages.Count, batch));

    internal void BeginStage() => stages.Add(new TracedStage(Stopwatch.GetTimestamp()));

    internal void EndStage() => stages[^1].Elapsed = Stopwatch.GetElapsedTime(stages[^1].Begun);

    // A load belongs to the stage that waits for it; one before any stage to the guards of the root.
    internal void AddBatch(string loader, int keys, TimeSpan elapsed)
    {
        if (stages.Count == 0)
        {
            BeginStage();
        }

        stages[^1].Batches.Add((loader, keys, elapsed));
    }

    internal void Complete(OperationPlan plan)
    {
        var text = new StringBuilder();
        var batchCount = stages.Sum(stage => stage.Batches.Count);
        text.Append(CultureInfo.InvariantCulture, $"{plan.Node.Operation.ToString().ToLowerInvariant()} {plan.Node.Name ?? "(unnamed)"}");
        text.Append(CultureInfo.InvariantCulture, $": {Count(stages.Count, "stage", "stages")}, {Count(batchCount, "batch", "batches")}, {Time(Stopwatch.GetElapsedTime(begun))}\n");
        for (var i = 0; i < stages.Count || objects.Exists(entry => entry.Stage == i); i++)
        {
            WriteStage(text, i);
        }

        Text = text.ToString();
    }

    private void WriteStage(StringBuilder text, int index)
    {
        var stage = index < stages.Count ? stages[index] : null;
        text.Append(CultureInfo.InvariantCulture, $"stage {index + 1}{(stage is null ? ", read while written" : $", {Time(stage.Elapsed)}")}\n");
        foreach (var (_, batch) in objects.Where(entry => entry.Stage == index))
        {
            var position = batch.Producer is { } producer ? $" at {producer.Position}" : "";
            text.Append(CultureInfo.InvariantCulture, $"  {batch.Selection.Type.Name} × {batch.Count}{position}\n");
            foreach (var field in batch.Selection.Fields)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {field.ResponseName}: {How(field)}\n");
            }
        }

        foreach (var (loader, keys, elapsed) in stage?.Batches ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"  batch {loader} × {keys}, {Time(elapsed)}\n");
        }
    }

    private static string How(FieldPlan field) => (field.Bound.Guards.Length > 0 ? "guarded, " : "") + field.Kind switch
    {
        FieldKind.TypeName => "known",
        FieldKind.PureLeaf or FieldKind.PureRead => $"read from {field.Definition.Coordinate}",
        FieldKind.Single => $"resolved by {field.Definition.Coordinate}, an object at a time",
        _ => $"resolved by {field.Definition.Coordinate}, all objects at once",
    };

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.000} ms");
}
