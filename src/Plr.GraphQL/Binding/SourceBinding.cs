using System.Runtime.CompilerServices;

namespace Plr.GraphQL.Binding;

internal sealed class SourceBinding<TEvent>(SubscribeField<TEvent> subscribe) : FieldBinding.Source
{
    internal override async ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(
        FieldContext context, ArgumentValues arguments, CancellationToken cancellationToken) =>
        Box(await subscribe(context, arguments, cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<object?> Box(
        IAsyncEnumerable<TEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var value in events.WithCancellation(cancellationToken))
        {
            yield return value;
        }
    }
}
