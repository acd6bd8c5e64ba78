using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Planning;

namespace Plr.GraphQL.Execution.Stages;

// GraphQL September 2025, 6.4 Executing Fields and 6.4.2 Value Resolution, for all objects of a batch at once.
internal sealed class FieldResolution(ExecutionState state, StageFlows flows)
{
    // Returns when the field is resolved for every row, or waits for loaders.
    internal ValueTask BeginAsync(FieldColumn column)
    {
        column.IsBegun = true;
        if (column.Plan.Kind is FieldKind.PureLeaf)
        {
            return ValueTask.CompletedTask; // Its guards have been asked; the writer reads it.
        }

        column.Rent();
        return column.Plan.Bound.Binding switch
        {
            FieldBinding.Single single => ResolveEachAsync(column, single),
            FieldBinding.Batch batch => ResolveAllAsync(column, batch),
            FieldBinding.Leaf leaf => Read(column, leaf.Read),
            FieldBinding.Pure pure => Read(column, pure.Read),
            _ => throw new InvalidOperationException($"`{column.Plan.Definition.Coordinate}` is not bound"),
        };
    }

    private ValueTask Read(FieldColumn column, Func<object, object?> read)
    {
        for (var row = 0; row < column.Batch.Count; row++)
        {
            if (!column.IsAlive(row))
            {
                continue;
            }

            try
            {
                column.Set(row, read(column.Batch[row]));
            }
#pragma warning disable CA1031 // Becomes an error at its position.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                column.Fail(row, state.ToError(exception, column.Plan));
            }
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask ResolveEachAsync(FieldColumn column, FieldBinding.Single binding)
    {
        if (!TryCoerceArguments(column, out var arguments))
        {
            return;
        }

        var context = new FieldExecutionContext(state.Services, column.Plan, state.CancellationToken);
        for (var row = 0; row < column.Batch.Count; row++)
        {
            if (!column.IsAlive(row))
            {
                continue;
            }

            var flow = flows.Begin();
            var work = ResolveOneAsync(column, row, binding, context, arguments);
            if (!work.IsCompleted)
            {
                await flows.SettleAsync(flow, work);
            }
        }
    }

    private async Task ResolveOneAsync(
        FieldColumn column, int row, FieldBinding.Single binding, FieldContext context, ArgumentValues arguments)
    {
        try
        {
            column.Set(row, await binding.ResolveAsync(context, column.Batch[row], arguments, state.CancellationToken));
        }
#pragma warning disable CA1031 // Becomes an error at its position.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            column.Fail(row, state.ToError(exception, column.Plan));
        }
    }

    private async ValueTask ResolveAllAsync(FieldColumn column, FieldBinding.Batch binding)
    {
        if (!TryCoerceArguments(column, out var arguments))
        {
            return;
        }

        var flow = flows.Begin();
        var work = column.IsWhole
            ? ResolveWholeAsync(column, binding, arguments)
            : ResolvePartAsync(column, binding, arguments);
        if (!work.IsCompleted)
        {
            await flows.SettleAsync(flow, work);
        }
    }

    private async Task ResolveWholeAsync(FieldColumn column, FieldBinding.Batch binding, ArgumentValues arguments)
    {
        var context = new FieldExecutionContext(state.Services, column.Plan, state.CancellationToken);
        try
        {
            await binding.ResolveAsync(context, column.Batch.Objects, arguments, column.Values, state.CancellationToken);
            for (var row = 0; row < column.Batch.Count; row++)
            {
                column.Set(row, column[row]);
            }
        }
#pragma warning disable CA1031 // Becomes an error at its position.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            column.FailAll(state.ToError(exception, column.Plan));
        }
    }

    // Withheld parents are left out of the batch: their values are never fetched.
    private async Task ResolvePartAsync(FieldColumn column, FieldBinding.Batch binding, ArgumentValues arguments)
    {
        var rows = new List<int>();
        var parents = new List<object>();
        for (var row = 0; row < column.Batch.Count; row++)
        {
            if (column.IsAlive(row))
            {
                rows.Add(row);
                parents.Add(column.Batch[row]);
            }
        }

        if (rows.Count == 0)
        {
            return;
        }

        var context = new FieldExecutionContext(state.Services, column.Plan, state.CancellationToken);
        var results = new object?[rows.Count];
        try
        {
            await binding.ResolveAsync(context, parents.ToArray(), arguments, results, state.CancellationToken);
            for (var i = 0; i < results.Length; i++)
            {
                column.Set(rows[i], results[i]);
            }
        }
#pragma warning disable CA1031 // Becomes an error at its position.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            column.FailAll(state.ToError(exception, column.Plan));
        }
    }

    // A refused argument is an execution error at each position of the field (6.4.1).
    private bool TryCoerceArguments(FieldColumn column, out ArgumentValues arguments)
    {
        try
        {
            arguments = state.CoerceArguments(column.Plan);
            return true;
        }
        catch (GraphQLException refusal)
        {
            arguments = ArgumentValues.None;
            column.FailAll(refusal.Error);
            return false;
        }
    }
}
