using Microsoft.CodeAnalysis;

namespace Plr.GraphQL.Generators.Code;

/// <summary>Reads the attributed classes and assembly attributes that bind a schema.</summary>
internal static class CodeReader
{
    public static EquatableArray<ResolverClass> ReadResolvers(GeneratorAttributeSyntaxContext context, ResolverKind kind)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type)
        {
            return default;
        }

        var attribute = context.Attributes[0];
        var runtime = kind == ResolverKind.Object ? TypeArgument(attribute) : null;
        if (kind == ResolverKind.Object && runtime is null)
        {
            return default; // The type argument does not compile; the compiler says so.
        }

        ResolverClass resolvers = new(
            kind,
            kind == ResolverKind.Object ? Name(attribute) : null,
            runtime is null ? null : TypeReader.ReadRuntime(runtime),
            TypeReader.NameOf(type),
            TypeReader.DisplayOf(type),
            MethodsOf(type).Select(ReadMethod).ToEquatable(),
            SpanOf(context));
        return new([resolvers]);
    }

    public static EquatableArray<BoundScalar> ReadScalars(GeneratorAttributeSyntaxContext context) =>
        ReadAll(context, (name, value, span) => new BoundScalar(
            name,
            TypeReader.Read(value),
            context.TargetSymbol is INamedTypeSymbol type ? TypeReader.NameOf(type) : "",
            TypeReader.DisplayOf(context.TargetSymbol),
            span));

    public static EquatableArray<BoundType> ReadTypes(GeneratorAttributeSyntaxContext context) =>
        ReadAll(context, static (name, type, span) => new BoundType(name, TypeReader.ReadRuntime(type), span));

    public static EquatableArray<BoundEnum> ReadEnums(GeneratorAttributeSyntaxContext context) =>
        ReadAll(context, static (name, type, span) => new BoundEnum(
            name,
            TypeReader.NameOf(type),
            TypeReader.DisplayOf(type),
            type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).Select(static field => field.Name).ToEquatable(),
            span));

    public static EquatableArray<BoundInput> ReadInputs(GeneratorAttributeSyntaxContext context) =>
        ReadAll(context, static (name, type, span) => new BoundInput(
            name, TypeReader.NameOf(type), TypeReader.DisplayOf(type), ConstructorParameters(type).ToEquatable(), span));

    private static EquatableArray<T> ReadAll<T>(
        GeneratorAttributeSyntaxContext context, Func<string, INamedTypeSymbol, SourceSpan, T> read)
        where T : IEquatable<T> =>
        context.Attributes
            .Where(static attribute => TypeArgument(attribute) is not null)
            .Select(attribute => read(Name(attribute), TypeArgument(attribute)!, SpanOf(attribute, context))) // Asked in the line above.
            .ToEquatable();

    private static ResolverMethod ReadMethod(IMethodSymbol method)
    {
        var isAsync = method.ReturnType is INamedTypeSymbol { Name: "ValueTask", TypeArguments.Length: 1 };
        var result = isAsync ? ((INamedTypeSymbol)method.ReturnType).TypeArguments[0] : method.ReturnType;
        var isUsable = !method.ReturnsVoid && result.Name is not ("Task" or "ValueTask");
        return new ResolverMethod(
            method.Name,
            TypeReader.DisplayOf(method),
            method.IsStatic,
            Has(method, KnownNames.BatchResolver),
            Has(method, KnownNames.EntityResolver),
            isAsync,
            isUsable ? TypeReader.Read(result) : null,
            TypeReader.EventOf(result) is { } streamed ? TypeReader.Read(streamed) : null,
            method.Parameters.Select(ReadParameter).ToEquatable(),
            SourceSpan.Of(method));
    }

    private static ResolverParameter ReadParameter(IParameterSymbol parameter) => new(
        parameter.Name,
        RoleOf(parameter.Type),
        TypeReader.Read(parameter.Type),
        TypeReader.ArgumentOf(parameter.Type, KnownNames.Optional) is { } optional ? TypeReader.Read(optional) : null,
        SourceSpan.Of(parameter));

    private static IEnumerable<ResolverParameter> ConstructorParameters(INamedTypeSymbol type) =>
        type.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public && !IsCopy(constructor, type))
            .OrderByDescending(static constructor => constructor.Parameters.Length)
            .Take(1)
            .SelectMany(static constructor => constructor.Parameters)
            .Select(ReadParameter);

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type)
    {
        for (var level = type; level is { SpecialType: not SpecialType.System_Object }; level = level.BaseType)
        {
            foreach (var method in level.GetMembers().OfType<IMethodSymbol>().Where(IsResolver))
            {
                yield return method;
            }
        }
    }

    private static bool IsResolver(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsOverride: false, IsImplicitlyDeclared: false }
        && method.Name is not ("Dispose" or "DisposeAsync");

    private static ParameterRole RoleOf(ITypeSymbol type) => type.Name switch
    {
        "CancellationToken" when type.ContainingNamespace.ToDisplayString() == "System.Threading" => ParameterRole.Cancellation,
        KnownNames.FieldContext when TypeReader.IsOfEngine(type) => ParameterRole.Context,
        _ => ParameterRole.Value,
    };

    private static bool Has(IMethodSymbol method, string attribute) =>
        method.GetAttributes().Any(data => data.AttributeClass is { } type && type.Name == attribute && TypeReader.IsOfEngine(type));

    private static string Name(AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is string name ? name : "";

    private static INamedTypeSymbol? TypeArgument(AttributeData attribute) =>
        attribute.AttributeClass is { TypeArguments.Length: 1 } type
        && type.TypeArguments[0] is INamedTypeSymbol { TypeKind: not TypeKind.Error } argument ? argument : null;

    private static SourceSpan SpanOf(GeneratorAttributeSyntaxContext context) =>
        SourceSpan.Of(context.TargetSymbol) ?? SourceSpan.Of(context.TargetNode.GetLocation());

    private static SourceSpan SpanOf(AttributeData attribute, GeneratorAttributeSyntaxContext context) =>
        SourceSpan.Of((attribute.ApplicationSyntaxReference?.GetSyntax() ?? context.TargetNode).GetLocation());
}
