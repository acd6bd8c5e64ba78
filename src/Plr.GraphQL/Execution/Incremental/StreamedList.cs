using System.Collections;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Incremental;

// The rest of one list, to come item by item. Incremental delivery draft: a stream record.
internal sealed class StreamedList(FieldPlan field, ObjectType parentType, object parent, PathSegment[] path, IList items, int next)
{
    internal FieldPlan Field { get; } = field;

    internal ObjectType ParentType { get; } = parentType;

    internal object Parent { get; } = parent;

    internal PathSegment[] Path { get; } = path;

    internal string? Label { get; } = field.Stream!.Label; // Only streamed fields have a rest.

    internal string? Id { get; set; }

    // Index of the first item that is not delivered.
    internal int Next { get; private set; } = next;

    internal bool IsAtEnd => Next == items.Count;

    // The next items, at most so many.
    internal object?[] Take(int most)
    {
        var chunk = new object?[Math.Min(most, items.Count - Next)];
        for (var i = 0; i < chunk.Length; i++)
        {
            chunk[i] = items[Next++];
        }

        return chunk;
    }
}
