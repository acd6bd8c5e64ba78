using System.Collections.Immutable;

namespace Plr.GraphQL.Types;

/// <summary>A schema was refused; every reason that was found is listed.</summary>
#pragma warning disable CA1032 // Without errors it would say nothing.
public sealed class SchemaException(ImmutableArray<SchemaError> errors)
    : Exception($"{ErrorCodes.SchemaInvalid}: {string.Join("; ", errors)}")
#pragma warning restore CA1032
{
    /// <summary>The errors in the order they were found; never empty.</summary>
    public ImmutableArray<SchemaError> Errors { get; } = errors;
}
