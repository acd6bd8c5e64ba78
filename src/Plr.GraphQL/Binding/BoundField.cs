using Plr.GraphQL.Types;

namespace Plr.GraphQL.Binding;

// A field of an object type with everything that execution needs of it.
internal sealed class BoundField
{
    internal required FieldDefinition Definition { get; init; }

    // Null for __typename alone.
    internal required FieldBinding? Binding { get; init; }

    // Set when the binding is a pure leaf whose scalar is of its type.
    internal required BoundLeaf? Leaf { get; init; }

    // Set when the named type is a leaf.
    internal required Scalar? Scalar { get; init; }

    internal required BoundGuard[] Guards { get; init; }

    // The items of a list of objects that the schema promises at most, so that what was reckoned is never less than what it costs; null where
    // arguments say how many, or nothing does.
    internal required int? MostItems { get; init; }
}
