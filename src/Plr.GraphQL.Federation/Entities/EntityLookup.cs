using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Execution;

namespace Plr.GraphQL.Federation.Entities;

/// <summary>Answers <c>_entities</c>: each type's entities in one batch, the order of the representations kept.</summary>
/// <remarks>An entity that does not exist is null. A representation that names none is an error at its own position, the
/// others are answered. Guards on the entity's type and fields run as everywhere.</remarks>
internal sealed class EntityLookup(string serverName, EntityKeys keys)
{
    /// <summary>Most representations of one field; inclusive.</summary>
    public const int MaxRepresentations = 1_000;

    /// <summary>One entity, null or error per representation.</summary>
    /// <exception cref="GraphQLException">There are more than <see cref="MaxRepresentations"/>.</exception>
    public async ValueTask<IReadOnlyList<object?>> ResolveAsync(
        FieldContext context, IReadOnlyList<IReadOnlyDictionary<string, object?>> representations, CancellationToken cancellationToken)
    {
        if (representations.Count > MaxRepresentations)
        {
            throw new GraphQLException(
                FederationErrorCodes.LimitRepresentations, $"at most {MaxRepresentations} representations are answered at once");
        }

        // Asked when the server is built, and so never before the request that asks.
        var schema = context.Services.GetRequiredService<RequestExecutorProvider>().Get(serverName).BoundSchema;
        var results = new object?[representations.Count];
        var batches = Group(new RepresentationReader(schema, keys), representations, results);

        // All are begun before one is awaited, so that loaders share their batches.
        await context.Services.GetRequiredService<BatchScheduler>().TogetherAsync(
            [.. batches.Select(Func<Task> (batch) => () => batch.ResolveAsync(schema.Entities, context, results, cancellationToken))]);
        return results;
    }

    private static List<EntityBatch> Group(
        RepresentationReader reader, IReadOnlyList<IReadOnlyDictionary<string, object?>> representations, object?[] results)
    {
        var batches = new OrderedDictionary<string, EntityBatch>(StringComparer.Ordinal);
        for (var i = 0; i < results.Length; i++)
        {
            var read = reader.Read(representations[i]);
            if (read.Value is not { } representation)
            {
                results[i] = FieldResult<object>.Failed(read.Error!); // Without a value there is an error.
                continue;
            }

            if (!batches.TryGetValue(representation.TypeName, out var batch))
            {
                batches.Add(representation.TypeName, batch = new EntityBatch(representation.TypeName));
            }

            batch.Add(i, representation);
        }

        return [.. batches.Values];
    }
}
