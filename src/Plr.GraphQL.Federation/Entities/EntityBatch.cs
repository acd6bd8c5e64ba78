using Plr.GraphQL.Binding;

namespace Plr.GraphQL.Federation.Entities;

/// <summary>The representations of one entity type, and where their entities belong.</summary>
internal sealed class EntityBatch(string typeName)
{
    private readonly List<int> positions = [];
    private readonly List<EntityRepresentation> representations = [];

    public void Add(int position, EntityRepresentation representation)
    {
        positions.Add(position);
        representations.Add(representation);
    }

    /// <summary>Asks the type's resolver once. An execution error of its own is the error of every position it was asked for.</summary>
    /// <exception cref="InvalidOperationException">The type has no resolver, or it did not answer one for one.</exception>
    public async Task ResolveAsync(
        IReadOnlyDictionary<string, ResolveEntities<object?>> resolvers, FieldContext context, object?[] results, CancellationToken cancellationToken)
    {
        if (!resolvers.TryGetValue(typeName, out var resolve))
        {
            throw new InvalidOperationException($"the entity `{typeName}` has no resolver");
        }

        try
        {
            var found = await resolve(context, representations, cancellationToken);
            if (found.Count != positions.Count)
            {
                throw new InvalidOperationException($"the resolver of `{typeName}` gave {found.Count} entities for {positions.Count} representations");
            }

            for (var i = 0; i < positions.Count; i++)
            {
                results[positions[i]] = found[i];
            }
        }
        catch (GraphQLException exception)
        {
            foreach (var position in positions)
            {
                results[position] = FieldResult<object>.Failed(exception.Error);
            }
        }
    }
}
