namespace Plr.GraphQL.Binding;

// How one field gets its values. Closed: the five kinds below are all there are.
internal abstract class FieldBinding
{
    // A read that costs nothing, done by the writer.
    internal abstract class Leaf : FieldBinding
    {
        // The type the scalar must have.
        internal abstract Type LeafType { get; }

        internal abstract bool IsList { get; }

        // Null when the scalar is not of the leaf's type.
        internal abstract BoundLeaf? TryBind(Scalar scalar);

        // For a guarded or otherwise unusual position.
        internal abstract object? Read(object parent);
    }

    // A read that costs nothing, of an object or a list.
    internal abstract class Pure : FieldBinding
    {
        internal abstract object? Read(object parent);
    }

    // Once per parent.
    internal abstract class Single : FieldBinding
    {
        internal abstract ValueTask<object?> ResolveAsync(
            FieldContext context, object parent, ArgumentValues arguments, CancellationToken cancellationToken);
    }

    // Once for all parents; fills one result per parent.
    internal abstract class Batch : FieldBinding
    {
        internal abstract ValueTask ResolveAsync(
            FieldContext context, ReadOnlyMemory<object> parents, ArgumentValues arguments, Memory<object?> results, CancellationToken cancellationToken);
    }

    // The root field of a subscription: its events come from a stream, and each is read at no cost.
    internal abstract class Source : Pure
    {
        internal abstract ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(
            FieldContext context, ArgumentValues arguments, CancellationToken cancellationToken);

        internal override object? Read(object parent) => ((SourceEvent)parent).Value;
    }
}
