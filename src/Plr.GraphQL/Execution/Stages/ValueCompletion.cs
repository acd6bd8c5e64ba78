using System.Collections;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Stages;

// GraphQL September 2025, 6.4.3 Value Completion, CompleteValue(), for the composite values of a column. Nulls at non-null positions
// stay as they are: the writer, which knows the positions, propagates them.
internal sealed class ValueCompletion(ExecutionState state, FieldColumn column)
{
    private readonly FieldPlan plan = column.Plan;
    private readonly SelectionPlan child = column.Plan.Child!; // Only composite columns are completed.
    private readonly CompletedValues completed = new(column.Batch.Count, column.Plan.Type.IsList);

    // The batches of the next stage.
    internal List<ObjectBatch> Complete()
    {
        for (var row = 0; row < column.Batch.Count; row++)
        {
            completed.BeginRow(row);
            if (!column.IsAlive(row))
            {
                completed.Add(CompletedKind.Null);
                continue;
            }

            CompleteRow(row);
        }

        column.Completed = completed;
        return completed.Batches;
    }

    private void CompleteRow(int row)
    {
        var start = completed.Count;
        try
        {
            CompleteValue(plan.Type, column[row]);
        }
#pragma warning disable CA1031 // A list that fails while it is read is a bug of its resolver: logged whole, answered masked.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            completed.Truncate(start);
            completed.AddError(state.ToError(exception, plan));
        }
    }

    private void CompleteValue(GraphQLType type, object? value)
    {
        // An item of a list may have an outcome of its own, as the entities of a router's request do.
        if (value is IFieldResult outcome)
        {
            if (outcome.Error is { } error)
            {
                completed.AddError(error);
                return;
            }

            value = outcome.BoxedValue;
        }

        if (value is null)
        {
            completed.Add(CompletedKind.Null);
            return;
        }

        switch (type.NullableType)
        {
            case ListType list:
                CompleteList(list.OfType, value);
                break;
            case ObjectType objectType:
                AddObject(objectType, value);
                break;
            case var abstractType:
                ResolveAbstractType((CompositeType)abstractType, value);
                break;
        }
    }

    private void CompleteList(GraphQLType itemType, object value)
    {
        if (value is string or not IEnumerable)
        {
            completed.AddError(new GraphQLError("expected a list", ErrorCodes.ResultCoercionFailed));
            return;
        }

        var index = completed.Add(CompletedKind.List);
        var count = 0;
        if (value is IList items)
        {
            // Without an enumerator.
            CheckSize(items.Count);
            for (; count < items.Count; count++)
            {
                CompleteValue(itemType, items[count]);
            }
        }
        else
        {
            foreach (var item in (IEnumerable)value)
            {
                CheckSize(count + 1);
                CompleteValue(itemType, item);
                count++;
            }
        }

        completed.SetListCount(index, count);
    }

    private void CheckSize(int count)
    {
        if (count > plan.Bound.MostItems)
        {
            throw plan.TooManyItems();
        }
    }

    // GraphQL September 2025, 6.4.3, ResolveAbstractType(): by the exact class of the value.
    private void ResolveAbstractType(CompositeType type, object value)
    {
        if (state.Plan.Schema.ResolveAbstractType(type, value) is { } objectType)
        {
            AddObject(objectType, value);
            return;
        }

        completed.AddError(state.ToError(
            new InvalidOperationException($"a value of class {value.GetType()} is bound to no possible type of `{type.Name}`"), plan));
    }

    private void AddObject(ObjectType type, object value)
    {
        var index = 0;
        for (; index < completed.Batches.Count; index++)
        {
            if (ReferenceEquals(completed.Batches[index].Selection.Type, type))
            {
                break;
            }
        }

        if (index == completed.Batches.Count)
        {
            completed.Batches.Add(new ObjectBatch(child.For(type), plan));
        }

        completed.Add(CompletedKind.Object, completed.Batches[index].Add(value), index);
    }
}
