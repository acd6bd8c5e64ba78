using Microsoft.CodeAnalysis;

namespace Plr.GraphQL.Generators.Code;

/// <summary>Describes C# types without holding on to the compiler's symbols.</summary>
internal static class TypeReader
{
    private static readonly SymbolDisplayFormat Annotated = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType)
        .WithTypeQualificationStyleForMessages();

    // Lists whose items can be read in order without asking anyone; text is no list of characters here.
    private static readonly HashSet<string> Lists =
    [
        "System.Collections.Generic.IReadOnlyList<T>",
        "System.Collections.Generic.IReadOnlyCollection<T>",
        "System.Collections.Generic.IEnumerable<T>",
        "System.Collections.Generic.IList<T>",
        "System.Collections.Generic.List<T>",
        "System.Collections.Immutable.ImmutableArray<T>",
        "System.Collections.Immutable.ImmutableList<T>",
    ];

    public static ClrType Read(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            var value = Read(nullable.TypeArguments[0]);
            return value with { Annotated = value.Annotated + "?", Display = value.Display + "?", IsNullable = true };
        }

        var bare = type.WithNullableAnnotation(NullableAnnotation.None);
        return new ClrType(
            bare.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            type.ToDisplayString(Annotated),
            type.ToDisplayString(Short),
            type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated,
            ItemOf(type) is { } item ? Read(item) : null,
            ArgumentOf(type, KnownNames.FieldResult) is { } inner ? Read(inner) : null);
    }

    public static RuntimeType ReadRuntime(INamedTypeSymbol type)
    {
        var supertypes = new List<string>();
        var properties = new List<ClrProperty>();
        for (var level = type; level is not null; level = level.BaseType)
        {
            supertypes.Add(NameOf(level));
            properties.AddRange(level.GetMembers().OfType<IPropertySymbol>()
                .Where(property => IsReadable(property) && properties.TrueForAll(known => known.Name != property.Name))
                .Select(static property => new ClrProperty(property.Name, Read(property.Type), SourceSpan.Of(property))));
        }

        supertypes.AddRange(type.AllInterfaces.Select(NameOf));
        return new RuntimeType(NameOf(type), type.ToDisplayString(Short), supertypes.ToEquatable(), properties.ToEquatable());
    }

    public static string NameOf(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public static string DisplayOf(ISymbol symbol) => symbol.ToDisplayString(Short);

    /// <summary>The single type argument of one of the engine's generic types.</summary>
    public static ITypeSymbol? ArgumentOf(ITypeSymbol type, string engineType) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } named && named.Name == engineType && IsOfEngine(named) ? named.TypeArguments[0] : null;

    /// <summary>What a stream of events gives, one by one.</summary>
    public static ITypeSymbol? EventOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } named
        && named.OriginalDefinition.ToDisplayString() == "System.Collections.Generic.IAsyncEnumerable<T>" ? named.TypeArguments[0] : null;

    /// <summary>Whether a type is the engine's own.</summary>
    public static bool IsOfEngine(ITypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString().StartsWith(KnownNames.EngineNamespace, StringComparison.Ordinal);

    private static ITypeSymbol? ItemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } named when Lists.Contains(named.OriginalDefinition.ToDisplayString()) => named.TypeArguments[0],
        _ => null,
    };

    private static bool IsReadable(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public };

    private static SymbolDisplayFormat WithTypeQualificationStyleForMessages(this SymbolDisplayFormat format) => new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        format.GenericsOptions,
        format.MemberOptions,
        format.DelegateStyle,
        format.ExtensionMethodStyle,
        SymbolDisplayParameterOptions.None,
        format.PropertyStyle,
        format.LocalOptions,
        format.KindOptions,
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
}
