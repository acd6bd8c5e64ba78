namespace Plr.GraphQL.Binding;

/// <summary>Resolves a field for all parents at once: one result per parent, in their order.</summary>
/// <param name="context">The field, and the services of the request.</param>
/// <param name="arguments">Coerced, by index in the schema document; the same for every parent.</param>
public delegate ValueTask<IReadOnlyList<TResult>> ResolveFieldBatch<TParent, TResult>(
    FieldContext context, IReadOnlyList<TParent> parents, ArgumentValues arguments, CancellationToken cancellationToken);
