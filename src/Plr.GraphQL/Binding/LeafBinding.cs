namespace Plr.GraphQL.Binding;

internal sealed class LeafBinding<TParent, T>(Func<TParent, T?> read) : FieldBinding.Leaf
    where T : notnull
{
    internal override Type LeafType => typeof(T);

    internal override bool IsList => false;

    internal override BoundLeaf? TryBind(Scalar scalar) => scalar is Scalar<T> typed ? new Bound(read, typed) : null;

    internal override object? Read(object parent) => read((TParent)parent);

    private sealed class Bound(Func<TParent, T?> read, Scalar<T> scalar) : BoundLeaf
    {
        internal override LeafOutcome Write(object parent, ResponseWriter writer, out int nullItem)
        {
            nullItem = 0;
            if (read((TParent)parent) is not { } value)
            {
                return LeafOutcome.Null;
            }

            scalar.Write(value, writer);
            return LeafOutcome.Written;
        }
    }
}
