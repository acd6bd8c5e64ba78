using System.Buffers;
using Plr.GraphQL.Execution.Planning;

namespace Plr.GraphQL.Execution.Stages;

// All objects of one type that stand at one response position, whatever lists they stand in: what one stage executes at once.
internal sealed class ObjectBatch(TypeSelection selection, FieldPlan? producer)
{
    private const int InitialRows = 16;

    private object[] objects = [];
    private GraphQLError?[]? withheld;

    internal TypeSelection Selection { get; } = selection;

    // The field whose values these are; null for the root.
    internal FieldPlan? Producer { get; } = producer;

    internal int Count { get; private set; }

    // By position among the fields of the selection; null where nothing is gathered.
    internal FieldColumn?[] Columns { get; private set; } = [];

    internal ReadOnlyMemory<object> Objects => objects.AsMemory(0, Count);

    // Whether any object is withheld as a whole.
    internal bool IsPartlyWithheld => withheld is not null;

    internal object this[int row] => objects[row];

    internal int Add(object value)
    {
        if (Count == objects.Length)
        {
            var larger = ArrayPool<object>.Shared.Rent(Math.Max(InitialRows, Count * 2));
            Objects.Span.CopyTo(larger);
            Return();
            objects = larger;
        }

        objects[Count] = value;
        return Count++;
    }

    internal void Withhold(int row, GraphQLError reason) => (withheld ??= new GraphQLError?[Count])[row] ??= reason;

    // Why the object is withheld as a whole; null when it is not.
    internal GraphQLError? WithheldReason(int row) => withheld?[row];

    internal void AddColumns()
    {
        var fields = Selection.Fields;
        Columns = new FieldColumn?[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            Columns[i] = fields[i].NeedsColumn ? new FieldColumn(fields[i], this) : null;
        }
    }

    // Not called for an execution that was given up: a resolver may still hold the arrays.
    internal void Release()
    {
        foreach (var column in Columns)
        {
            column?.Release();
        }

        Return();
        objects = [];
    }

    private void Return()
    {
        if (objects.Length > 0)
        {
            ArrayPool<object>.Shared.Return(objects, clearArray: true);
        }
    }
}
