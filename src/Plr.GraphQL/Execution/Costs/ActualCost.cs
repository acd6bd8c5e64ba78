using System.Collections;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Stages;
using Plr.GraphQL.Types.Costs;

namespace Plr.GraphQL.Execution.Costs;

// What an execution cost: every object that came, every field that was resolved for it. What a guard withheld was not resolved.
internal sealed class ActualCost(CostModel model, FieldReckoner reckoner)
{
    internal CostTally Of(IEnumerable<ObjectBatch> batches)
    {
        var total = default(CostTally);
        foreach (var batch in batches)
        {
            total = total.Plus(Of(batch));
        }

        return total;
    }

    private CostTally Of(ObjectBatch batch)
    {
        var objects = Count(batch, column: null);
        var total = new CostTally(0, model.WeightOf(batch.Selection.Type)).Times(objects);
        for (var i = 0; i < batch.Selection.Fields.Length; i++)
        {
            var field = batch.Selection.Fields[i];
            var column = batch.Columns[i];
            if (column is { IsBegun: false })
            {
                continue; // A mutation ended before it.
            }

            var resolved = column is null ? objects : Count(batch, column);
            total = total.Plus(new CostTally(reckoner.Reckon(field).OwnCost, 0).Times(resolved));
            if (field.Child is null && model.WeightOf(field.Type.UnderlyingType) is var weight and not 0)
            {
                total = total.Plus(new CostTally(0, weight).Times(CountLeaves(batch, field, column)));
            }
        }

        return total;
    }

    private static long Count(ObjectBatch batch, FieldColumn? column)
    {
        var count = 0;
        for (var row = 0; row < batch.Count; row++)
        {
            count += batch.WithheldReason(row) is null && column?.WithheldReason(row) is null ? 1 : 0;
        }

        return count;
    }

    private static long CountLeaves(ObjectBatch batch, FieldPlan field, FieldColumn? column)
    {
        var count = 0L;
        for (var row = 0; row < batch.Count; row++)
        {
            if (batch.WithheldReason(row) is null && (column is null || column.IsAlive(row)))
            {
                count += CountLeaves(Value(batch[row], field, column, row));
            }
        }

        return count;
    }

    // A pure leaf is in no column: it is read again, which costs nothing.
    private static object? Value(object parent, FieldPlan field, FieldColumn? column, int row)
    {
        if (field.Kind is not FieldKind.PureLeaf)
        {
            return column?[row];
        }

        try
        {
            return ((FieldBinding.Leaf)field.Bound.Binding!).Read(parent); // A pure leaf is bound.
        }
#pragma warning disable CA1031 // The writer met the same failure and told it at its position.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null; // No value, so no cost.
        }
    }

    private static long CountLeaves(object? value)
    {
        if (value is null or string or not IEnumerable)
        {
            return value is null ? 0 : 1;
        }

        var count = 0L;
        foreach (var item in (IEnumerable)value)
        {
            count += CountLeaves(item);
        }

        return count;
    }
}
