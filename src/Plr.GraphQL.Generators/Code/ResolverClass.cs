namespace Plr.GraphQL.Generators.Code;

/// <summary>Which type a resolver class extends.</summary>
internal enum ResolverKind
{
    Query,
    Mutation,
    Subscription,
    Object,
}

/// <summary>A class whose public methods resolve fields.</summary>
/// <param name="SdlName">The object type; null for a root, whose name the schema says.</param>
/// <param name="Runtime">The C# type of its values; null for a root.</param>
internal sealed record ResolverClass(
    ResolverKind Kind,
    string? SdlName,
    RuntimeType? Runtime,
    string Name,
    string Display,
    EquatableArray<ResolverMethod> Methods,
    SourceSpan Span);

/// <summary>A public method of a resolver class.</summary>
/// <param name="Display">Class and method, for messages.</param>
/// <param name="IsBatch">Marked <c>[BatchResolver]</c>: takes all parents at once.</param>
/// <param name="IsEntity">Marked <c>[EntityResolver]</c>: finds entities by their representations, resolves no field.</param>
/// <param name="IsAsync">Returns a <c>ValueTask</c>.</param>
/// <param name="Result">What it returns, without the <c>ValueTask</c>; null when it returns nothing, or a <c>Task</c>.</param>
/// <param name="Event">What it streams, when it returns an <c>IAsyncEnumerable</c>; null for anything else.</param>
internal sealed record ResolverMethod(
    string Name,
    string Display,
    bool IsStatic,
    bool IsBatch,
    bool IsEntity,
    bool IsAsync,
    ClrType? Result,
    ClrType? Event,
    EquatableArray<ResolverParameter> Parameters,
    SourceSpan? Span)
{
    /// <summary>The name without <c>Async</c>, as fields are matched.</summary>
    public string FieldName => Name.Length > 5 && Name.EndsWith("Async", StringComparison.Ordinal) ? Name.Substring(0, Name.Length - 5) : Name;
}

/// <summary>What a parameter is for.</summary>
internal enum ParameterRole
{
    Value,
    Context,
    Cancellation,
}

/// <summary>One parameter of a resolver, or of the constructor of an input record.</summary>
/// <param name="OptionalOf">The value inside an <c>Optional</c>; null for anything else.</param>
internal sealed record ResolverParameter(
    string Name, ParameterRole Role, ClrType Type, ClrType? OptionalOf, SourceSpan? Span);
