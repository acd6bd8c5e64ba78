namespace Plr.GraphQL.Binding;

/// <summary>Resolves a field for one parent; roots get <see cref="RootValue"/>.</summary>
/// <param name="context">The field, and the services of the request.</param>
/// <param name="arguments">Coerced, by index in the schema document; the same for every parent.</param>
public delegate ValueTask<TResult> ResolveField<TParent, TResult>(
    FieldContext context, TParent parent, ArgumentValues arguments, CancellationToken cancellationToken);
