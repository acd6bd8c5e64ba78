using System.Collections.Immutable;
using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types.Building;

/// <summary>Collects every error, so that an author sees all of them at once.</summary>
internal sealed class SchemaErrorList
{
    private readonly List<SchemaError> errors = [];

    public bool IsEmpty => errors.Count == 0;

    public void Add(string coordinate, string message, Location location) =>
        errors.Add(new SchemaError(coordinate, message, location));

    public ImmutableArray<SchemaError> ToImmutable() => [.. errors];
}
