using System.Buffers;

namespace Plr.GraphQL.Execution.Stages;

// The values of a composite field, lists flattened: entries in document order, so that the writer walks them once from left to right.
internal sealed class CompletedValues
{
    private CompletedEntry[] entries;
    private int[] rowStarts = [];
    private List<GraphQLError>? errors;

    internal CompletedValues(int rows, bool isList)
    {
        entries = ArrayPool<CompletedEntry>.Shared.Rent(Math.Max(rows, 1));
        if (isList)
        {
            rowStarts = ArrayPool<int>.Shared.Rent(Math.Max(rows, 1));
        }
    }

    internal int Count { get; private set; }

    // One a type that occurs.
    internal List<ObjectBatch> Batches { get; } = [];

    internal CompletedEntry this[int index] => entries[index];

    internal void BeginRow(int row)
    {
        if (rowStarts.Length > 0)
        {
            rowStarts[row] = Count;
        }
    }

    // Without lists each row has one entry.
    internal int StartOf(int row) => rowStarts.Length > 0 ? rowStarts[row] : row;

    internal int Add(CompletedKind kind, int value = 0, int batch = 0)
    {
        if (Count == entries.Length)
        {
            var larger = ArrayPool<CompletedEntry>.Shared.Rent(Count * 2);
            entries.AsSpan(0, Count).CopyTo(larger);
            ArrayPool<CompletedEntry>.Shared.Return(entries);
            entries = larger;
        }

        entries[Count] = new CompletedEntry(kind, value, batch);
        return Count++;
    }

    internal void AddError(GraphQLError error)
    {
        (errors ??= []).Add(error);
        Add(CompletedKind.Error, errors.Count - 1);
    }

    internal GraphQLError ErrorAt(CompletedEntry entry) => errors![entry.Value]; // An error entry was added by AddError.

    internal void SetListCount(int index, int count) => entries[index] = new CompletedEntry(CompletedKind.List, count, 0);

    // Back to where a row began whose list could not be read to its end.
    internal void Truncate(int count) => Count = count;

    internal void Release()
    {
        ArrayPool<CompletedEntry>.Shared.Return(entries);
        entries = [];
        if (rowStarts.Length > 0)
        {
            ArrayPool<int>.Shared.Return(rowStarts);
            rowStarts = [];
        }
    }
}
