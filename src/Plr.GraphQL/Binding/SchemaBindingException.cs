namespace Plr.GraphQL.Binding;

/// <summary>A schema needs what its bindings do not have; every coordinate is named.</summary>
#pragma warning disable CA1032 // Without problems it would say nothing.
public sealed class SchemaBindingException(IReadOnlyList<string> problems)
    : Exception($"the schema is not fully bound: {string.Join("; ", problems)}")
#pragma warning restore CA1032
{
    /// <summary>One a coordinate, such as <c>`Learner.name` has no resolver</c>.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
