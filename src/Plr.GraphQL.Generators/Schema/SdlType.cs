namespace Plr.GraphQL.Generators.Schema;

/// <summary>What kind of type a definition makes.</summary>
internal enum SdlKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
}

/// <summary>One type definition or extension of one schema file.</summary>
/// <param name="Members">Of an interface: the interfaces it implements; of a union: its members; of an object: its interfaces.</param>
/// <param name="Inputs">The fields of an input object.</param>
/// <param name="Directives">Names of the directives on the type itself.</param>
/// <param name="IsStub">Another subgraph owns the type; here are its key fields alone (<c>resolvable: false</c>).</param>
/// <param name="Keys">The field sets of its resolvable <c>@key</c> directives.</param>
internal sealed record SdlType(
    SdlKind Kind,
    string Name,
    SourceSpan Span,
    EquatableArray<string> Members,
    EquatableArray<SdlField> Fields,
    EquatableArray<SdlArgument> Inputs,
    EquatableArray<SdlEnumValue> Values,
    EquatableArray<string> Directives,
    bool IsStub,
    EquatableArray<string> Keys);

/// <summary>One field of an object or interface type.</summary>
internal sealed record SdlField(
    string Name, SdlTypeReference Type, EquatableArray<SdlArgument> Arguments, EquatableArray<string> Directives, SourceSpan Span)
{
    /// <summary>The type and the arguments, as two files must agree on them.</summary>
    public string Signature =>
        (Arguments.Count == 0 ? "" : $"({string.Join(", ", Arguments.Select(static a => $"{a.Name}: {a.Type}"))}): ") + Type;
}

/// <summary>One argument of a field, or one field of an input object.</summary>
internal sealed record SdlArgument(string Name, SdlTypeReference Type, bool HasDefault, SourceSpan Span);

/// <summary>One value of an enum.</summary>
internal sealed record SdlEnumValue(string Name, SourceSpan Span);
