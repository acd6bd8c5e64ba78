namespace Plr.GraphQL.Binding;

/// <summary>Finds the entities of one type: one or null per representation, in their order.</summary>
public delegate ValueTask<IReadOnlyList<TResult>> ResolveEntities<TResult>(
    FieldContext context, IReadOnlyList<EntityRepresentation> representations, CancellationToken cancellationToken);
