namespace Plr.GraphQL.Binding;

/// <summary>Begins the source stream of a subscription's root field: each of its values is what the field holds in one event.</summary>
/// <param name="context">The field, and services that live as long as the subscription: nothing that holds a connection belongs in them.</param>
/// <param name="arguments">Coerced, by index in the schema document.</param>
/// <param name="cancellationToken">Cancelled when the subscription ends, whoever ends it.</param>
/// <remarks>GraphQL September 2025, 6.2.3.1 Source Stream, ResolveFieldEventStream(). A stream that fails ends the subscription with its error.</remarks>
public delegate ValueTask<IAsyncEnumerable<TEvent>> SubscribeField<TEvent>(
    FieldContext context, ArgumentValues arguments, CancellationToken cancellationToken);
