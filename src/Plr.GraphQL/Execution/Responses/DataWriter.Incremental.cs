using Plr.GraphQL.Execution.Incremental;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Stages;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Responses;

// What is left for later is noted where it stands; what was left comes to be written at its place.
internal sealed partial class DataWriter
{
    // For a piece of the response that is not its root.
    internal DataWriter At(PathSegment[] start, DeferScope? scope)
    {
        path.AddRange(start);
        this.scope = scope;
        return this;
    }

    // False when a null takes the object along.
    internal bool TryWriteObject(ObjectBatch batch, int row) => WriteFields(batch, row) is Outcome.Written;

    // The fragments that are deferred at the root.
    internal void EnterRoot(ObjectBatch root)
    {
        if (root.Selection.Deferred is { } deferred)
        {
            scope = work!.Enter(deferred, scope, path, writer.Length); // A plan that defers has one.
        }
    }

    internal void LeaveRoot(ObjectBatch root)
    {
        if (root.Selection.Deferred is { } deferred)
        {
            work!.AddGroups(deferred, root, 0, scope, path, writer.Length); // A plan that defers has one.
        }
    }

    // Items of a list that is streamed, with commas. The errors of the one that took the list along; null when all are written.
    internal ErrorCollector? WriteItems(FieldColumn column, int row, object?[] items, int from)
    {
        var field = column.Plan;
        var itemType = ((ListType)field.Type.NullableType).OfType;
        var cursor = column.Completed?.StartOf(row) + 1 ?? 0; // After the list itself.
        for (var i = 0; i < items.Length; i++)
        {
            var start = writer.Length;
            var errorsBefore = errors.Count;
            if (i > 0)
            {
                writer.WriteByte((byte)',');
            }

            if (!WriteItem(column, itemType, items[i], from + i, ref cursor))
            {
                writer.Truncate(start);
                return errors.CutFrom(errorsBefore);
            }
        }

        return null;
    }

    private bool WriteItem(FieldColumn column, GraphQLType itemType, object? item, int index, ref int cursor)
    {
        var start = writer.Length;
        path.Add(new PathSegment(null, index));
        var outcome = column.Completed is { } completed
            ? WriteCompleted(completed, itemType, column.Plan, ref cursor)
            : WriteLeaf(itemType, item, column.Plan);
        var isWritten = Settle(outcome, itemType, start, column.Plan);
        path.RemoveAt(path.Count - 1);
        return isWritten;
    }

    private Outcome WriteDeferring(ObjectBatch batch, int row)
    {
        var outer = scope;
        var deferred = batch.Selection.Deferred!; // Asked by the caller.
        scope = work!.Enter(deferred, outer, path, writer.Length); // A plan that defers has one.
        var outcome = WriteFields(batch, row);
        if (outcome is Outcome.Written)
        {
            work.AddGroups(deferred, batch, row, scope, path, writer.Length);
        }

        scope = outer;
        return outcome;
    }

    private void AddStream(ObjectBatch batch, int row, int index, FieldPlan field)
    {
        if (batch.Columns[index]?.RestOf(row) is { } rest)
        {
            work!.AddStream(field, batch, row, rest, path, writer.Length); // A plan that streams has one.
        }
    }
}
