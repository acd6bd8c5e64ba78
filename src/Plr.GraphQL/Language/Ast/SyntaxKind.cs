namespace Plr.GraphQL.Language.Ast;

/// <summary>The kinds of syntax node, one for each sealed node class.</summary>
public enum SyntaxKind
{
    /// <summary>A variable, used or declared: <c>$name</c>.</summary>
    Variable,

    /// <summary>An integer literal, kept as written because its range depends on the type that reads it.</summary>
    IntValue,

    /// <summary>A literal with a fraction or an exponent, kept as written.</summary>
    FloatValue,

    /// <summary>A string literal, quoted or block.</summary>
    StringValue,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    BooleanValue,

    /// <summary>The literal <c>null</c>.</summary>
    NullValue,

    /// <summary>A name in value position that is not <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    EnumValue,

    /// <summary>A list literal: <c>[1, 2]</c>.</summary>
    ListValue,

    /// <summary>An input object literal: <c>{ a: 1 }</c>.</summary>
    ObjectValue,

    /// <summary>One entry of an input object literal.</summary>
    ObjectField,

    /// <summary>A type by its name.</summary>
    NamedType,

    /// <summary>A list of some type: <c>[T]</c>.</summary>
    ListType,

    /// <summary>A type that excludes null: <c>T!</c>.</summary>
    NonNullType,

    /// <summary>One argument of a field or directive.</summary>
    Argument,

    /// <summary>A directive as applied: <c>@name(arguments)</c>.</summary>
    Directive,

    /// <summary>The selections between one pair of braces.</summary>
    SelectionSet,

    /// <summary>A named fragment put to use: <c>...Name</c>.</summary>
    FragmentSpread,

    /// <summary>Selections under a type condition, or under directives alone.</summary>
    InlineFragment,

    /// <summary>A query, mutation or subscription.</summary>
    OperationDefinition,

    /// <summary>The declaration of one variable of an operation.</summary>
    VariableDefinition,

    /// <summary>A named fragment.</summary>
    FragmentDefinition,

    /// <summary>The <c>schema</c> definition, or an extension of it.</summary>
    SchemaDefinition,

    /// <summary>One root operation type of a schema: <c>query: Query</c>.</summary>
    OperationTypeDefinition,

    /// <summary>A scalar type.</summary>
    ScalarTypeDefinition,

    /// <summary>An object type.</summary>
    ObjectTypeDefinition,

    /// <summary>An interface type.</summary>
    InterfaceTypeDefinition,

    /// <summary>A union type.</summary>
    UnionTypeDefinition,

    /// <summary>An enum type.</summary>
    EnumTypeDefinition,

    /// <summary>An input object type.</summary>
    InputObjectTypeDefinition,

    /// <summary>A field of an object or interface type.</summary>
    FieldDefinition,

    /// <summary>An argument definition or an input field.</summary>
    InputValueDefinition,

    /// <summary>One value of an enum.</summary>
    EnumValueDefinition,

    /// <summary>The definition of a directive.</summary>
    DirectiveDefinition,

    /// <summary>A selected field.</summary>
    Field,

    /// <summary>A whole document.</summary>
    Document,
}
