namespace Plr.GraphQL.Binding;

internal sealed class BatchBinding<TParent, TResult>(ResolveFieldBatch<TParent, TResult> resolve) : FieldBinding.Batch
{
    internal override ValueTask ResolveAsync(
        FieldContext context, ReadOnlyMemory<object> parents, ArgumentValues arguments, Memory<object?> results, CancellationToken cancellationToken)
    {
        var typed = new TParent[parents.Length];
        for (var i = 0; i < typed.Length; i++)
        {
            typed[i] = (TParent)parents.Span[i];
        }

        var pending = resolve(context, typed, arguments, cancellationToken);
        if (!pending.IsCompletedSuccessfully)
        {
            return AwaitAsync(pending, context, results);
        }

        Spread(pending.Result, context, results.Span);
        return ValueTask.CompletedTask;
    }

    private static async ValueTask AwaitAsync(
        ValueTask<IReadOnlyList<TResult>> pending, FieldContext context, Memory<object?> results) =>
        Spread(await pending, context, results.Span);

    private static void Spread(IReadOnlyList<TResult> answers, FieldContext context, Span<object?> results)
    {
        if (answers.Count != results.Length)
        {
            throw new InvalidOperationException(
                $"the batch resolver of `{context.Coordinate}` gave {answers.Count} results for {results.Length} parents");
        }

        for (var i = 0; i < results.Length; i++)
        {
            results[i] = answers[i];
        }
    }
}
