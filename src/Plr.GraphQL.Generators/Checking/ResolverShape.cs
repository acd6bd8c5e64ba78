using Plr.GraphQL.Generators.Code;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>What a resolver method must look like before its types are compared.</summary>
internal static class ResolverShape
{
    private const string List = "global::System.Collections.Generic.IReadOnlyList<";

    /// <summary>What is wrong; null for nothing.</summary>
    /// <param name="kind">Whose fields the class resolves.</param>
    /// <param name="runtime">The parent's C# type; null for a root.</param>
    /// <param name="first">The first parameter that is neither context nor cancellation token.</param>
    public static string? Problem(ResolverMethod method, ResolverKind kind, RuntimeType? runtime, ResolverParameter? first)
    {
        if (method.Result is null)
        {
            return $"`{method.Display}` must return a value or a `ValueTask` of one";
        }

        if (kind == ResolverKind.Subscription && method.Event is null)
        {
            return $"`{method.Display}` must return its events, `IAsyncEnumerable`, or a `ValueTask` of it";
        }

        if (method.IsBatch)
        {
            return runtime is null ? $"`{method.Display}` resolves a root field, which has no parents to batch"
                : first?.Type.Item is not { } parent || !IsList(first.Type) || !runtime.Supertypes.Contains(parent.Name)
                    ? $"the first parameter of `{method.Display}` must be the parents, `IReadOnlyList<{runtime.Display}>`"
                : !IsList(method.Result) ? $"`{method.Display}` must return `IReadOnlyList` of one result per parent, or a `ValueTask` of it"
                : null;
        }

        return runtime is not null && (first is null || !runtime.Supertypes.Contains(first.Type.Name))
            ? $"the first parameter of `{method.Display}` must be the parent, `{runtime.Display}`"
            : null;
    }

    /// <summary>What is wrong with a method that finds entities; null for nothing.</summary>
    public static string? EntityProblem(ResolverMethod method, RuntimeType runtime)
    {
        var values = method.Parameters.Where(static p => p.Role == ParameterRole.Value).ToList();
        return values.Count != 1 || values[0].Type.Item?.Name != "global::Plr.GraphQL.Binding.EntityRepresentation"
            ? $"`{method.Display}` must take `IReadOnlyList<EntityRepresentation>`"
            : method.Result is not { Item: { } entity } || !IsList(method.Result) || (entity.FieldResult ?? entity).Name != runtime.Name
                ? $"`{method.Display}` must return `IReadOnlyList<{runtime.Display}?>`, one entity or null per representation, or a `ValueTask` of it"
            : null;
    }

    /// <summary>What the field holds for one parent. Only for a method without a problem.</summary>
    public static ClrType ResultOf(ResolverMethod method, ResolverKind kind) =>
        kind == ResolverKind.Subscription ? method.Event! : method.IsBatch ? method.Result!.Item! : method.Result!; // Problem has looked.

    private static bool IsList(ClrType type) => type.Name.StartsWith(List, StringComparison.Ordinal);
}
