using Plr.GraphQL.Generators.Code;
using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators.Checking;

/// <summary>How a C# type stands to a type of the schema.</summary>
internal enum TypeMatch
{
    Same,
    Mistyped,
    Nullable,
}

/// <summary>Decides whether C# values fit where the schema promises or accepts a type.</summary>
internal sealed class TypeMatcher(SdlSchema schema, BindingIndex index)
{
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        ["String"] = "string",
        ["ID"] = "string",
        ["Int"] = "int",
        ["Float"] = "double",
        ["Boolean"] = "bool",
    };

    /// <summary>A result must never be null where the schema says non-null; that it never is where it might be does no harm.</summary>
    public TypeMatch MatchResult(SdlTypeReference expected, ClrType actual) =>
        Match(expected, actual, static (schemaType, clrType) => schemaType.IsNonNull && clrType.IsNullable, IsResultOf);

    /// <summary>A parameter must accept null where the schema does; that it accepts more does no harm.</summary>
    public TypeMatch MatchInput(SdlTypeReference expected, ClrType actual) =>
        Match(expected, actual, static (schemaType, clrType) => !schemaType.IsNonNull && !clrType.IsNullable, IsInputOf);

    public bool IsLeaf(string typeName) =>
        BuiltIn.ContainsKey(typeName) || schema.Find(typeName) is { Kind: SdlKind.Scalar or SdlKind.Enum };

    /// <summary>The C# type that a type of the schema asks for, as a message shows it.</summary>
    public string Expected(SdlTypeReference type)
    {
        var name = type.Item is { } item ? $"IReadOnlyList<{Expected(item)}>" : ExpectedName(type.Name);
        return type.IsNonNull ? name : name + "?";
    }

    private static TypeMatch Match(
        SdlTypeReference expected, ClrType actual, Func<SdlTypeReference, ClrType, bool> nullsDiffer, Func<string, string, bool> isNamed)
    {
        var match = (expected.Item, actual.Item) switch
        {
            ({ } expectedItem, { } actualItem) => Match(expectedItem, actualItem, nullsDiffer, isNamed),
            (null, _) when isNamed(expected.Name, actual.Name) => TypeMatch.Same,
            _ => TypeMatch.Mistyped,
        };
        return match == TypeMatch.Same && nullsDiffer(expected, actual) ? TypeMatch.Nullable : match;
    }

    // A type that is bound to nothing matches everything here: that it is unbound is said once, at the type.
    private bool IsResultOf(string typeName, string clrName)
    {
        if (LeafName(typeName) is { } leaf)
        {
            return leaf == clrName;
        }

        return schema.Find(typeName) is not { } type || type.Kind is SdlKind.Scalar or SdlKind.Enum || schema.PossibleTypes(type)
            .All(possible => !index.Runtimes.TryGetValue(possible.Name, out var runtime) || runtime.Supertypes.Contains(clrName));
    }

    private bool IsInputOf(string typeName, string clrName) =>
        LeafName(typeName) is { } leaf ? leaf == clrName
        : !index.Inputs.TryGetValue(typeName, out var input) || input.Name == clrName;

    private string? LeafName(string typeName) =>
        BuiltIn.TryGetValue(typeName, out var name) ? name
        : index.Enums.TryGetValue(typeName, out var bound) ? bound.Name
        : index.Scalars.TryGetValue(typeName, out var scalar) ? scalar.Value.Name
        : null;

    private string ExpectedName(string typeName) =>
        BuiltIn.TryGetValue(typeName, out var name) ? name
        : index.Enums.TryGetValue(typeName, out var bound) ? bound.Display
        : index.Scalars.TryGetValue(typeName, out var scalar) ? scalar.Value.Display
        : index.Inputs.TryGetValue(typeName, out var input) ? input.Display
        : index.Runtimes.TryGetValue(typeName, out var runtime) ? runtime.Display
        : "object";
}
