namespace Plr.GraphQL.Generators.Code;

/// <summary>An object type all of whose fields are properties.</summary>
internal sealed record BoundType(string SdlName, RuntimeType Runtime, SourceSpan Span);

/// <summary>An enum and its C# enum.</summary>
internal sealed record BoundEnum(string SdlName, string Name, string Display, EquatableArray<string> Members, SourceSpan Span);

/// <summary>An input object and the record that its values become.</summary>
/// <param name="Parameters">Of the longest public constructor.</param>
internal sealed record BoundInput(
    string SdlName, string Name, string Display, EquatableArray<ResolverParameter> Parameters, SourceSpan Span);

/// <summary>A scalar and the class that reads and writes it.</summary>
internal sealed record BoundScalar(string SdlName, ClrType Value, string ClassName, string Display, SourceSpan Span);

/// <summary>All that one compilation binds.</summary>
internal sealed record CodeModel(
    string AssemblyName,
    EquatableArray<ResolverClass> Resolvers,
    EquatableArray<BoundType> Types,
    EquatableArray<BoundEnum> Enums,
    EquatableArray<BoundInput> Inputs,
    EquatableArray<BoundScalar> Scalars);
