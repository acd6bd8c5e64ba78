using Plr.GraphQL.Types.Scalars;

namespace Plr.GraphQL.Types;

/// <summary>What a schema needs beside its documents.</summary>
public sealed class SchemaOptions
{
    /// <summary>How custom scalars are read and written, by scalar name. A scalar without an entry accepts any value
    /// (<see cref="AnyCoercion"/>).</summary>
    public IReadOnlyDictionary<string, ScalarCoercion> Scalars { get; init; } = new Dictionary<string, ScalarCoercion>();
}
