using System.Buffers;
using Plr.GraphQL.Execution.Incremental;
using Plr.GraphQL.Execution.Planning;

namespace Plr.GraphQL.Execution.Stages;

// The values of one field for all objects of a batch, by row.
internal sealed class FieldColumn(FieldPlan plan, ObjectBatch batch)
{
    private object?[] values = [];
    private GraphQLError?[]? errors;
    private GraphQLError?[]? withheld;
    private ListRest?[]? rests;

    internal FieldPlan Plan { get; } = plan;

    internal ObjectBatch Batch { get; } = batch;

    // Set once the values of a composite field are completed.
    internal CompletedValues? Completed { get; set; }

    // Whether its resolver was called, or there was none to call.
    internal bool IsBegun { get; set; }

    internal Memory<object?> Values => values.AsMemory(0, Batch.Count);

    // Whether every row is to be resolved.
    internal bool IsWhole => errors is null && withheld is null && !Batch.IsPartlyWithheld;

    internal object? this[int row] => values[row];

    internal void Rent()
    {
        if (Batch.Count > 0 && values.Length == 0)
        {
            values = ArrayPool<object?>.Shared.Rent(Batch.Count);
            // What the last renter left would be taken for a value.
            Values.Span.Clear();
        }
    }

    // A value, or a FieldResult that holds one or an error.
    internal void Set(int row, object? value)
    {
        if (value is IFieldResult result)
        {
            if (result.Error is { } error)
            {
                Fail(row, error);
            }

            value = result.BoxedValue;
        }

        values[row] = value;
    }

    internal void Fail(int row, GraphQLError error) => (errors ??= new GraphQLError?[Batch.Count])[row] ??= error;

    internal void FailAll(GraphQLError error)
    {
        for (var row = 0; row < Batch.Count; row++)
        {
            if (IsAlive(row))
            {
                Fail(row, error);
            }
        }
    }

    internal void Withhold(int row, GraphQLError reason) => (withheld ??= new GraphQLError?[Batch.Count])[row] ??= reason;

    internal void SetRest(int row, ListRest rest) => (rests ??= new ListRest?[Batch.Count])[row] = rest;

    // What of a streamed list comes later; null when all of it is there.
    internal ListRest? RestOf(int row) => rests?[row];

    internal GraphQLError? ErrorOf(int row) => errors?[row];

    internal GraphQLError? WithheldReason(int row) => withheld?[row];

    // Whether the row is to be resolved and has not failed.
    internal bool IsAlive(int row) =>
        errors?[row] is null && withheld?[row] is null && Batch.WithheldReason(row) is null;

    internal void Release()
    {
        if (values.Length > 0)
        {
            ArrayPool<object?>.Shared.Return(values, clearArray: true);
            values = [];
        }

        Completed?.Release();
    }
}
