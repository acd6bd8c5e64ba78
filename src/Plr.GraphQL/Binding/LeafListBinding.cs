namespace Plr.GraphQL.Binding;

internal sealed class LeafListBinding<TParent, T>(Func<TParent, IEnumerable<T>?> read) : FieldBinding.Leaf
    where T : notnull
{
    internal override Type LeafType => typeof(T);

    internal override bool IsList => true;

    internal override BoundLeaf? TryBind(Scalar scalar) => scalar is Scalar<T> typed ? new Bound(read, typed) : null;

    internal override object? Read(object parent) => read((TParent)parent);

    private sealed class Bound(Func<TParent, IEnumerable<T>?> read, Scalar<T> scalar) : BoundLeaf
    {
        internal override LeafOutcome Write(object parent, ResponseWriter writer, out int nullItem)
        {
            nullItem = 0;
            if (read((TParent)parent) is not { } items)
            {
                return LeafOutcome.Null;
            }

            writer.WriteByte((byte)'[');
            foreach (var item in items)
            {
                if (item is null)
                {
                    return LeafOutcome.NullItem;
                }

                if (nullItem > 0)
                {
                    writer.WriteByte((byte)',');
                }

                scalar.Write(item, writer);
                nullItem++;
            }

            writer.WriteByte((byte)']');
            return LeafOutcome.Written;
        }
    }
}
