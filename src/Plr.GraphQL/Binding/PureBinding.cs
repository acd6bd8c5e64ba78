namespace Plr.GraphQL.Binding;

internal sealed class PureBinding<TParent, TResult>(Func<TParent, TResult?> read) : FieldBinding.Pure
{
    internal override object? Read(object parent) => read((TParent)parent);
}
