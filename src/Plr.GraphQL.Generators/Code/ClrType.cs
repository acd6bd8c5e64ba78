namespace Plr.GraphQL.Generators.Code;

/// <summary>A C# type as the checker compares it and the emitter writes it.</summary>
/// <param name="Name">Fully qualified, without <c>?</c> at the end: two types are the same when their names are.</param>
/// <param name="Annotated">Fully qualified with every <c>?</c>, as generated code writes it.</param>
/// <param name="Display">As an author writes it, for messages.</param>
/// <param name="IsNullable">Whether null is a value of it.</param>
/// <param name="Item">What a list holds; null for what is no list.</param>
/// <param name="FieldResult">The value inside a <c>FieldResult</c>; null for anything else.</param>
internal sealed record ClrType(
    string Name, string Annotated, string Display, bool IsNullable, ClrType? Item, ClrType? FieldResult);

/// <summary>A C# class or struct whose instances are the values of an object type.</summary>
/// <param name="Supertypes">Fully qualified names of the type itself, its base classes and its interfaces.</param>
internal sealed record RuntimeType(
    string Name, string Display, EquatableArray<string> Supertypes, EquatableArray<ClrProperty> Properties);

/// <summary>A public property that can be read.</summary>
internal sealed record ClrProperty(string Name, ClrType Type, SourceSpan? Span);
