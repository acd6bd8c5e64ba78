using System.Collections;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Incremental;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Stages;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Responses;

// Walks the completed values in document order and writes them. A null at a non-null position cuts the buffer back to the nearest
// position that may be null. GraphQL September 2025, 6.4.4 Handling Execution Errors.
internal sealed partial class DataWriter(ExecutionState state, ResponseWriter writer, ErrorCollector errors, IncrementalWork? work)
{
    private readonly List<PathSegment> path = [];
    private DeferScope? scope;

    // A root field with its comma; false when `data` as a whole is null.
    internal bool WriteRootField(ObjectBatch root, int index)
    {
        if (index > 0)
        {
            writer.WriteByte((byte)',');
        }

        return WriteField(root, 0, index);
    }

    // Whether the root object itself may be shown.
    internal bool IsRootAllowed(ObjectBatch root) => !IsWithheld(root.WithheldReason(0), null);

    // Recursion is bounded by the depth that validation allows.
    private Outcome WriteObject(ObjectBatch batch, int row)
    {
        if (IsWithheld(batch.WithheldReason(row), batch.Producer))
        {
            return Outcome.Failed;
        }

        return batch.Selection.Deferred is null ? WriteFields(batch, row) : WriteDeferring(batch, row);
    }

    private Outcome WriteFields(ObjectBatch batch, int row)
    {
        writer.WriteByte((byte)'{');
        var count = batch.Selection.Fields.Length;
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                writer.WriteByte((byte)',');
            }

            if (!WriteField(batch, row, i))
            {
                return Outcome.Failed;
            }
        }

        writer.WriteByte((byte)'}');
        return Outcome.Written;
    }

    private bool WriteField(ObjectBatch batch, int row, int index)
    {
        var field = batch.Selection.Fields[index];
        writer.WriteRaw(field.NameToken);
        var start = writer.Length;
        path.Add(new PathSegment(field.ResponseName, 0));
        var outcome = WriteValue(batch, row, index, field);
        if (field.Stream is not null && outcome is Outcome.Written)
        {
            AddStream(batch, row, index, field);
        }

        var isWritten = Settle(outcome, field.Type, start, field);
        path.RemoveAt(path.Count - 1);
        return isWritten;
    }

    private Outcome WriteValue(ObjectBatch batch, int row, int index, FieldPlan field)
    {
        if (field.Kind is FieldKind.TypeName)
        {
            writer.WriteRaw(batch.Selection.TypeNameToken);
            return Outcome.Written;
        }

        if (batch.Columns[index] is not { } column)
        {
            return WritePureLeaf(batch[row], field);
        }

        if (IsWithheld(column.WithheldReason(row), field))
        {
            return Outcome.Failed;
        }

        if (column.ErrorOf(row) is { } error)
        {
            return Fail(error, field);
        }

        if (column.Completed is { } completed)
        {
            var cursor = completed.StartOf(row);
            return WriteCompleted(completed, field.Type, field, ref cursor);
        }

        return field.Kind is FieldKind.PureLeaf ? WritePureLeaf(batch[row], field) : WriteLeaf(field.Type, column[row], field);
    }

    private Outcome WritePureLeaf(object parent, FieldPlan field)
    {
        var start = writer.Length;
        try
        {
            var outcome = field.Bound.Leaf!.Write(parent, writer, out var nullItem); // A pure leaf is bound.
            return outcome switch
            {
                LeafOutcome.Written => Outcome.Written,
                LeafOutcome.Null => Outcome.Null,
                _ when field.Type.NullableType is ListType { OfType.IsNonNull: true } => FailAt(nullItem, field),
                _ => WriteAgain(parent, field, start),
            };
        }
#pragma warning disable CA1031 // Becomes an error at its position.
        catch (Exception exception) when (exception is not ResponseTooLargeException)
#pragma warning restore CA1031
        {
            return Fail(state.ToError(exception, field), field);
        }
    }

    // Only a list with a null in it is walked again, item by item.
    private Outcome WriteAgain(object parent, FieldPlan field, int start)
    {
        writer.Truncate(start);
        return WriteLeaf(field.Type, ((FieldBinding.Leaf)field.Bound.Binding!).Read(parent), field); // A pure leaf is bound.
    }

    private Outcome FailAt(int index, FieldPlan field)
    {
        path.Add(new PathSegment(null, index));
        var outcome = Fail(NullAtNonNull(field), field);
        path.RemoveAt(path.Count - 1);
        return outcome;
    }

    // What a resolver gave for a leaf or a list of leaves.
    private Outcome WriteLeaf(GraphQLType type, object? value, FieldPlan field)
    {
        if (value is null)
        {
            return Outcome.Null;
        }

        try
        {
            return type.NullableType is ListType list ? WriteLeafList(list.OfType, value, field)
                : field.Bound.Scalar!.TryWriteBoxed(value, writer) ? Outcome.Written // A leaf field has one.
                : Fail(new GraphQLError($"the value is no `{type.UnderlyingType.Name}`", ErrorCodes.ResultCoercionFailed), field);
        }
#pragma warning disable CA1031 // Becomes an error at its position.
        catch (Exception exception) when (exception is not ResponseTooLargeException)
#pragma warning restore CA1031
        {
            return Fail(state.ToError(exception, field), field);
        }
    }

    private Outcome WriteLeafList(GraphQLType itemType, object value, FieldPlan field)
    {
        if (value is string or not IEnumerable)
        {
            return Fail(new GraphQLError("expected a list", ErrorCodes.ResultCoercionFailed), field);
        }

        writer.WriteByte((byte)'[');
        var index = 0;
        foreach (var item in (IEnumerable)value)
        {
            if (index > 0)
            {
                writer.WriteByte((byte)',');
            }

            var start = writer.Length;
            path.Add(new PathSegment(null, index++));
            var isWritten = Settle(WriteLeaf(itemType, item, field), itemType, start, field);
            path.RemoveAt(path.Count - 1);
            if (!isWritten)
            {
                return Outcome.Failed;
            }
        }

        writer.WriteByte((byte)']');
        return Outcome.Written;
    }

    private Outcome WriteCompleted(CompletedValues completed, GraphQLType type, FieldPlan field, ref int cursor)
    {
        var entry = completed[cursor++];
        return entry.Kind switch
        {
            CompletedKind.Null => Outcome.Null,
            CompletedKind.Error => Fail(completed.ErrorAt(entry), field),
            CompletedKind.Object => WriteObject(completed.Batches[entry.Batch], entry.Value),
            _ => WriteList(completed, entry.Value, ((ListType)type.NullableType).OfType, field, ref cursor),
        };
    }

    private Outcome WriteList(CompletedValues completed, int count, GraphQLType itemType, FieldPlan field, ref int cursor)
    {
        writer.WriteByte((byte)'[');
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                writer.WriteByte((byte)',');
            }

            var start = writer.Length;
            path.Add(new PathSegment(null, i));
            var isWritten = Settle(WriteCompleted(completed, itemType, field, ref cursor), itemType, start, field);
            path.RemoveAt(path.Count - 1);
            if (!isWritten)
            {
                Skip(completed, count - i - 1, ref cursor);
                return Outcome.Failed;
            }
        }

        writer.WriteByte((byte)']');
        return Outcome.Written;
    }

    // Past the rest of a list that came out null.
    private static void Skip(CompletedValues completed, int entries, ref int cursor)
    {
        for (; entries > 0; entries--)
        {
            var entry = completed[cursor++];
            entries += entry.Kind is CompletedKind.List ? entry.Value : 0;
        }
    }

    // CompleteValue() for Non-Null: null here is an error, which takes the parent along; elsewhere it is written.
    private bool Settle(Outcome outcome, GraphQLType type, int start, FieldPlan field)
    {
        if (outcome is Outcome.Written)
        {
            return true;
        }

        work?.CutBack(start);
        if (type.IsNonNull)
        {
            if (outcome is Outcome.Null)
            {
                Fail(NullAtNonNull(field), field);
            }

            return false;
        }

        writer.Truncate(start);
        writer.WriteNull();
        return true;
    }

    private bool IsWithheld(GraphQLError? reason, FieldPlan? field)
    {
        if (reason is not null && errors.IsFirst(reason, field))
        {
            Fail(reason, field);
        }

        return reason is not null;
    }

    private Outcome Fail(GraphQLError error, FieldPlan? field)
    {
        var segments = new object[path.Count];
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = path[i].Name is { } name ? name : path[i].Index;
        }

        errors.Add(error, field, segments.Length == 0 ? null : segments);
        return Outcome.Failed;
    }

    private static GraphQLError NullAtNonNull(FieldPlan field) =>
        new($"`{field.Definition.Coordinate}` is `{field.Type}`, so null can not stand here", ErrorCodes.NonNullViolated);
}
