using Plr.GraphQL.Generators.Code;
using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Emission;

/// <summary>Writes one statement of the generated method: one call of the engine's bindings.</summary>
internal static class FieldStatement
{
    private const string Lambda = "static (context, parent, arguments, cancellationToken) =>";
    private const string RootValue = "global::Plr.GraphQL.Binding.RootValue";

    public static string Object(string typeName, string clrName) => $"b.Object<{clrName}>(\"{typeName}\");";

    public static string Scalar(string typeName, string className) => $"b.Scalar(\"{typeName}\", new {className}());";

    public static string Enum(string typeName, string clrName, IReadOnlyList<(string Value, string Member)> pairs) =>
        $"b.Enum<{clrName}>(\"{typeName}\", [{string.Join(", ", pairs.Select(pair => $"(\"{pair.Value}\", {clrName}.{pair.Member})"))}]);";

    public static string Input(SdlType type, BoundInput bound)
    {
        var names = type.Inputs.Select(static input => input.Name).ToList();
        var values = bound.Parameters.Select(parameter => InputValue.Read("values", parameter, IndexOf(names, parameter.Name)));
        return $"b.Input<{bound.Name}>(\"{type.Name}\", static values => new {bound.Name}({string.Join(", ", values)}));";
    }

    /// <summary>A property, or anything else that costs nothing to read.</summary>
    public static string Read(string coordinate, string parent, ClrType type, bool isLeaf, string expression)
    {
        if (!isLeaf)
        {
            return type.Item is { } item
                ? $"b.ReadList<{parent}, {item.Annotated}>(\"{coordinate}\", static p => {expression});"
                : $"b.Read<{parent}, {type.Name}>(\"{coordinate}\", static p => {expression});";
        }

        return type.Item switch
        {
            null => $"b.Leaf<{parent}, {type.Name}>(\"{coordinate}\", static p => {expression});",
            { Item: null, IsNullable: false } item => $"b.LeafList<{parent}, {item.Name}>(\"{coordinate}\", static p => {expression});",
            var item => $"b.ReadList<{parent}, {item.Annotated}>(\"{coordinate}\", static p => {expression});",
        };
    }

    public static string Call(
        string coordinate, SdlField field, ResolverClass resolvers, ResolverMethod method, ClrType result, bool isLeaf)
    {
        var parent = resolvers.Runtime?.Name ?? RootValue;
        if (IsPure(resolvers, method))
        {
            return Read(coordinate, parent, result, isLeaf, $"{resolvers.Name}.{method.Name}(p)");
        }

        var call = Invocation(resolvers, method, ArgumentsOf(field, resolvers, method));
        if (resolvers.Kind == ResolverKind.Subscription)
        {
            return $"b.Subscribe<{result.Annotated}>(\"{coordinate}\", {Lambda.Replace("parent, ", "")}\n    {Awaitable(method, call)});";
        }

        if (method.IsBatch)
        {
            return $"b.ResolveBatch<{parent}, {result.Annotated}>(\"{coordinate}\", {Lambda.Replace("parent,", "parents,")}\n    {Awaitable(method, call)});";
        }

        return $"b.Resolve<{parent}, {result.Annotated}>(\"{coordinate}\", {Lambda}\n    {Awaitable(method, call)});";
    }

    public static string Entity(string typeName, ResolverClass resolvers, ResolverMethod method)
    {
        var item = method.Result!.Item!; // The shape was checked.
        var call = Invocation(resolvers, method, method.Parameters.Select(static parameter => parameter.Role switch
        {
            ParameterRole.Context => "context",
            ParameterRole.Cancellation => "cancellationToken",
            _ => "representations",
        }));
        return $"b.Entity<{item.Annotated}>(\"{typeName}\", static (context, representations, cancellationToken) =>\n    {Awaitable(method, call)});";
    }

    private static IEnumerable<string> ArgumentsOf(SdlField field, ResolverClass resolvers, ResolverMethod method)
    {
        var names = field.Arguments.Select(static argument => argument.Name).ToList();
        var parentIsNext = resolvers.Runtime is not null;
        foreach (var parameter in method.Parameters)
        {
            switch (parameter.Role)
            {
                case ParameterRole.Context:
                    yield return "context";
                    break;
                case ParameterRole.Cancellation:
                    yield return "cancellationToken";
                    break;
                case ParameterRole.Value when parentIsNext:
                    parentIsNext = false;
                    yield return method.IsBatch ? "parents" : "parent";
                    break;
                default:
                    yield return InputValue.Read("arguments", parameter, IndexOf(names, parameter.Name));
                    break;
            }
        }
    }

    private static string Invocation(ResolverClass resolvers, ResolverMethod method, IEnumerable<string> arguments) =>
        (method.IsStatic ? resolvers.Name : $"context.Resolvers<{resolvers.Name}>()") + $".{method.Name}({string.Join(", ", arguments)})";

    // The engine's delegates return a ValueTask, which `new` wraps a ready value in.
    private static string Awaitable(ResolverMethod method, string call) => method.IsAsync ? call : $"new({call})";

    // A static read of the parent alone: the engine calls it while it writes the response.
    private static bool IsPure(ResolverClass resolvers, ResolverMethod method) =>
        method is { IsStatic: true, IsBatch: false, IsAsync: false, Parameters.Count: 1, Result.FieldResult: null } && resolvers.Runtime is not null;

    private static int IndexOf(List<string> names, string parameter) =>
        names.FindIndex(name => Checking.Words.Pascal(name) == Checking.Words.Pascal(parameter));
}
