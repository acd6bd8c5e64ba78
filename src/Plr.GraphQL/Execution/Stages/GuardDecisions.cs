using Plr.GraphQL.Binding;

namespace Plr.GraphQL.Execution.Stages;

// Asks the guards of one place over all its subjects at once, before anything is resolved there.
internal sealed class GuardDecisions(ExecutionState state)
{
    // Guards on the object type, for values of a field that does not carry the same guard itself.
    internal async Task DecideObjectsAsync(ObjectBatch batch, BoundGuard[] guards)
    {
        foreach (var guard in guards)
        {
            if (batch.Producer is { } producer && BoundGuard.Covers(producer.Bound.Guards, guard))
            {
                continue;
            }

            var rows = Rows(batch.Count, row => batch.WithheldReason(row) is null);
            var context = await DecideAsync(guard, batch.Selection.Type.Name, batch, rows);
            for (var i = 0; i < rows.Count; i++)
            {
                if (context.ReasonFor(i) is { } reason)
                {
                    batch.Withhold(rows[i], reason);
                }
            }
        }
    }

    internal async Task DecideFieldAsync(FieldColumn column)
    {
        foreach (var guard in column.Plan.Bound.Guards)
        {
            var rows = Rows(column.Batch.Count, column.IsAlive);
            var context = await DecideAsync(guard, column.Plan.Definition.Coordinate, column.Batch, rows);
            for (var i = 0; i < rows.Count; i++)
            {
                if (context.ReasonFor(i) is { } reason)
                {
                    column.Withhold(rows[i], reason);
                }
            }
        }
    }

    private static List<int> Rows(int count, Predicate<int> isAlive)
    {
        var rows = new List<int>(count);
        for (var row = 0; row < count; row++)
        {
            if (isAlive(row))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private async ValueTask<GuardContext> DecideAsync(BoundGuard guard, string coordinate, ObjectBatch batch, List<int> rows)
    {
        var subjects = new object[rows.Count];
        for (var i = 0; i < subjects.Length; i++)
        {
            subjects[i] = batch[rows[i]];
        }

        var context = new GuardContext(coordinate, guard.Arguments, subjects, state.Services, state.CancellationToken);
        try
        {
            if (subjects.Length > 0)
            {
                await guard.Guard.DecideAsync(context);
            }
        }
#pragma warning disable CA1031 // A guard that fails has allowed nothing.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            context.WithholdAll(state.ToError(exception, coordinate));
        }

        return context;
    }
}
