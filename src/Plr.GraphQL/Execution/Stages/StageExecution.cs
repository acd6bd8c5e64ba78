using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Execution.Tracing;
using Plr.GraphQL.Execution.Incremental;

namespace Plr.GraphQL.Execution.Stages;

// Breadth first: a stage is all objects of one depth, in document order. Guards decide, then resolvers run, then their values are completed
// into the objects of the next stage.
internal sealed class StageExecution
{
    private readonly ExecutionState state;
    private readonly PlanTrace? trace;
    private readonly StageFlows flows;
    private readonly GuardDecisions guards;
    private readonly FieldResolution resolution;
    private readonly List<ObjectBatch> batches = [];

    internal StageExecution(ExecutionState state, PlanTrace? trace = null)
    {
        this.state = state;
        this.trace = trace;
        state.Scheduler.Metrics = state.Metrics;
        state.Scheduler.BatchLoaded = trace is null ? null : trace.AddBatch;
        flows = new StageFlows(state);
        guards = new GuardDecisions(state);
        resolution = new FieldResolution(state, flows);
    }

    // All objects so far, a batch for each type at a position.
    internal IReadOnlyList<ObjectBatch> Batches => batches;

    // The root, ready for its fields.
    internal async ValueTask<ObjectBatch> BeginAsync()
    {
        var root = new ObjectBatch(state.Plan.Root, producer: null);
        root.Add(state.Root);
        root.AddColumns();
        batches.Add(root);
        trace?.AddObjects(root);
        await DecideObjectsAsync(root);
        await flows.DrainAsync();
        return root;
    }

    // One root field, or all of them, and everything below.
    internal ValueTask ExecuteAsync(ObjectBatch root, int firstField, int fieldCount)
    {
        var columns = new List<FieldColumn>();
        AddColumns(root.Columns.AsSpan(firstField, fieldCount), columns);
        return ExecuteAsync(columns);
    }

    // Fields that were left for later, of objects that were decided about when they were first written.
    internal ValueTask ExecuteAsync(ObjectBatch later)
    {
        later.AddColumns();
        batches.Add(later);
        return ExecuteAsync(later, 0, later.Columns.Length);
    }

    // A field whose values are there, and everything below.
    internal async ValueTask CompleteAsync(FieldColumn resolved) => await ExecuteAsync(await CompleteAsync([resolved]));

    private async ValueTask ExecuteAsync(List<FieldColumn> columns)
    {
        while (columns.Count > 0)
        {
            state.ThrowIfOver();
            trace?.BeginStage();
            columns = await ExecuteStageAsync(columns);
            trace?.EndStage();
        }
    }

    internal Task AbandonAsync() => flows.AbandonAsync(state.Options.CancellationGrace);

    internal void Release()
    {
        foreach (var batch in batches)
        {
            batch.Release();
        }
    }

    private static void AddColumns(ReadOnlySpan<FieldColumn?> from, List<FieldColumn> to)
    {
        foreach (var column in from)
        {
            if (column is not null)
            {
                to.Add(column);
            }
        }
    }

    // Asks the guards of fields.
    internal async ValueTask DecideAsync(List<FieldColumn> columns)
    {
        foreach (var column in columns)
        {
            if (column.Plan.Bound.Guards.Length > 0)
            {
                await SettleAsync(flows.Begin(), guards.DecideFieldAsync(column));
            }
        }

        await flows.DrainAsync();
    }

    private async ValueTask<List<FieldColumn>> ExecuteStageAsync(List<FieldColumn> columns)
    {
        await DecideAsync(columns);
        foreach (var column in columns)
        {
            await resolution.BeginAsync(column);
        }

        await flows.DrainAsync();
        return await CompleteAsync(columns);
    }

    private async ValueTask<List<FieldColumn>> CompleteAsync(List<FieldColumn> columns)
    {
        var next = new List<FieldColumn>();
        foreach (var column in columns)
        {
            if (column.Plan.Stream is { } stream)
            {
                ListRest.Cut(column, stream, state);
            }

            if (column.Plan.Child is null)
            {
                continue;
            }

            foreach (var batch in new ValueCompletion(state, column).Complete())
            {
                batches.Add(batch);
                trace?.AddObjects(batch);
                batch.AddColumns();
                await DecideObjectsAsync(batch);
                AddColumns(batch.Columns, next);
            }
        }

        await flows.DrainAsync();
        return next;
    }

    private ValueTask DecideObjectsAsync(ObjectBatch batch)
    {
        var objectGuards = state.Plan.Schema.GuardsOf(batch.Selection.Type);
        return objectGuards.Length == 0 || batch.Count == 0
            ? ValueTask.CompletedTask
            : SettleAsync(flows.Begin(), guards.DecideObjectsAsync(batch, objectGuards));
    }

    // The flow is asked for before the work begins: arguments are evaluated from left to right.
    private ValueTask SettleAsync(Flow flow, Task work) =>
        work.IsCompleted ? ValueTask.CompletedTask : flows.SettleAsync(flow, work);
}
