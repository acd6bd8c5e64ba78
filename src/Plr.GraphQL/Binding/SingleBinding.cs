namespace Plr.GraphQL.Binding;

internal sealed class SingleBinding<TParent, TResult>(ResolveField<TParent, TResult> resolve) : FieldBinding.Single
{
    internal override ValueTask<object?> ResolveAsync(
        FieldContext context, object parent, ArgumentValues arguments, CancellationToken cancellationToken)
    {
        var pending = resolve(context, (TParent)parent, arguments, cancellationToken);
        return pending.IsCompletedSuccessfully
            ? new ValueTask<object?>(pending.Result)
            : AwaitAsync(pending);
    }

    private static async ValueTask<object?> AwaitAsync(ValueTask<TResult> pending) => await pending;
}
