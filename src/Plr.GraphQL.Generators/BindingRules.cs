using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Plr.GraphQL.Generators;

/// <summary>Every build error of the binding, one line each; docs/build-errors.md says the remedies.</summary>
internal static class BindingRules
{
    public static readonly DiagnosticDescriptor SchemaSyntax = Rule(1, "the schema does not parse", "{0}: {1}");
    public static readonly DiagnosticDescriptor ResolverMissing = Rule(2, "a field has no resolver", "{0} has no resolver: add a method `{1}` to a resolver class of `{2}`{3}");
    public static readonly DiagnosticDescriptor ResolverUnknown = Rule(3, "a resolver matches no field", "{0} is not in the schema, but `{1}` resolves it{2}");
    public static readonly DiagnosticDescriptor ResultMistyped = Rule(4, "a resolver returns another type", "{0} is `{1}`, but `{2}` returns `{3}`: expected `{4}`");
    public static readonly DiagnosticDescriptor ResultNullable = Rule(5, "a resolver may return null where the schema has none", "{0} is `{1}`, but `{2}` returns `{3}`, which may be null");
    public static readonly DiagnosticDescriptor ArgumentMissing = Rule(6, "a resolver does not take an argument", "{0} is an argument, but `{1}` has no parameter `{2}`");
    public static readonly DiagnosticDescriptor ArgumentUnknown = Rule(7, "a parameter is not an argument", "{0} is not in the schema, but `{1}` has a parameter `{2}`{3}");
    public static readonly DiagnosticDescriptor ArgumentMistyped = Rule(8, "a parameter has another type than its argument", "{0} is `{1}`, but parameter `{2}` of `{3}` is `{4}`: expected `{5}`");
    public static readonly DiagnosticDescriptor TypeUnbound = Rule(9, "a type is bound to no C# type", "{0} is bound to no C# type: add `{1}`");
    public static readonly DiagnosticDescriptor EnumMismatch = Rule(10, "an enum and its C# enum differ", "{0}: {1}");
    public static readonly DiagnosticDescriptor InputMismatch = Rule(11, "an input object and its C# record differ", "{0}: {1}");
    public static readonly DiagnosticDescriptor ScalarUnbound = Rule(12, "a scalar has no C# reader and writer", "{0} has no scalar: add `[ScalarType<T>(\"{0}\")] public sealed class {0}Scalar : Scalar<T>`");
    public static readonly DiagnosticDescriptor PolicyMissing = Rule(13, "a field has no policy", "{0} has no policy: put one of {1} on it or on its type");
    public static readonly DiagnosticDescriptor BindingUnknown = Rule(14, "a binding names no such type", "{0} is not {1} in the schema, but `{2}` binds it{3}");
    public static readonly DiagnosticDescriptor DefinitionConflict = Rule(15, "two schema files disagree", "{0} is `{1}` here, but `{2}` in {3}");
    public static readonly DiagnosticDescriptor ResolverShape = Rule(16, "a resolver has the wrong shape", "{0}: {1}");
    public static readonly DiagnosticDescriptor BoundTwice = Rule(17, "something is bound twice", "{0} is bound by `{1}` and by `{2}`");
    public static readonly DiagnosticDescriptor EntityMismatch = Rule(18, "an entity and its resolver differ", "{0}: {1}");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        SchemaSyntax, ResolverMissing, ResolverUnknown, ResultMistyped, ResultNullable, ArgumentMissing, ArgumentUnknown, ArgumentMistyped, TypeUnbound,
        EnumMismatch, InputMismatch, ScalarUnbound, PolicyMissing, BindingUnknown, DefinitionConflict, ResolverShape, BoundTwice, EntityMismatch,
    ];

    public static DiagnosticDescriptor Get(string id) => All.First(rule => rule.Id == id);

    private static DiagnosticDescriptor Rule(int number, string title, string message) =>
        new($"PLR{number:0000}", title, message, "Plr.GraphQL", DiagnosticSeverity.Error, isEnabledByDefault: true,
            customTags: [WellKnownDiagnosticTags.NotConfigurable]);
}
