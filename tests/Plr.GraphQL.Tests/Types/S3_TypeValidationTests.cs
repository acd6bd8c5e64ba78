using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Types;

public sealed class S3_TypeValidationTests
{
    [Theory]
    // 3.3 Schema
    [InlineData("type A { a: Int }", "`schema` must have a query root type")]
    [InlineData("schema { query: A mutation: A } type A { a: Int }", "`schema` names `A` as a root type more than once")]
    [InlineData("schema { query: A } interface A { a: Int }", "`schema` names `A` as a root type, which is not an object type")]
    [InlineData("schema { query: Query } schema { query: Query }", "`schema` is defined more than once")]
    [InlineData("type Query { b: Int }", "`Query` is defined more than once")]
    [InlineData("scalar Int", "`Int` is a built-in type and can not be defined")]
    [InlineData("type __A { a: Int }", "`__A` must not start with two underscores")]
    [InlineData("directive @a on FIELD directive @a on FIELD", "`@a` is defined more than once")]
    [InlineData("{ a }", "`schema` must not contain operations or fragments")]
    // 3.5 Scalars
    [InlineData("extend scalar String @specifiedBy(url: \"x\")", "`String` is a built-in scalar and must not have `@specifiedBy`")]
    [InlineData("extend scalar Nobody @specifiedBy(url: \"x\")", "`Nobody` is extended but not defined")]
    // 3.6 Objects
    [InlineData("type A", "`A` must have at least one field")]
    [InlineData("type A { a: Int a: Int }", "`A.a` is defined more than once")]
    [InlineData("type A { __a: Int }", "`A.__a` must not start with two underscores")]
    [InlineData("type A { a: I } input I { a: Int }", "`A.a` must have an output type, and `I` is none")]
    [InlineData("type A { a(__b: Int): Int }", "`A.a(__b:)` must not start with two underscores")]
    [InlineData("type A { a(b: Int b: Int): Int }", "`A.a(b:)` is defined more than once")]
    [InlineData("type A { a(b: A): Int }", "`A.a(b:)` must have an input type, and `A` is none")]
    [InlineData("type A { a(b: Int! @deprecated): Int }", "`A.a(b:)` is required, so it must not be deprecated")]
    [InlineData("type A { a(b: Int = \"x\"): Int }", "`A.a(b:)` must have a default value that is a `Int`")]
    [InlineData("type A { a: Nobody }", "`A.a` refers to unknown type `Nobody`")]
    [InlineData("type A implements Query { a: Int }", "`A` names `Query` which is not an interface")]
    [InlineData("type A implements I & I { a: Int } interface I { a: Int }", "`A` names `I` more than once")]
    [InlineData("type A { a: Int } extend type A { a: Int }", "`A.a` is defined more than once")]
    [InlineData("type A { a: Int } extend input A { b: Int }", "`A` is extended as another kind of type than it is")]
    [InlineData("type A implements I { a: Int } interface I { a: Int } extend type A implements I", "`A` names `I` more than once")]
    // 3.6, IsValidImplementation()
    [InlineData("type A implements I { b: Int } interface I { a: Int }", "`A` must have the field `I.a`")]
    [InlineData("type A implements I { a: String } interface I { a: Int }", "`A.a` has type `String`, which is not a sub-type of `Int` of `I.a`")]
    [InlineData("type A implements I { a: Int } interface I { a: Int! }", "`A.a` has type `Int`, which is not a sub-type of `Int!` of `I.a`")]
    [InlineData("type A implements I { a: Int } interface I { a(b: Int): Int }", "`A.a` must have the argument `I.a(b:)`")]
    [InlineData("type A implements I { a(b: Int!): Int } interface I { a(b: Int): Int }", "`A.a(b:)` must have the type `Int` of `I.a(b:)`")]
    [InlineData("type A implements I { a(b: Int!): Int } interface I { a: Int }", "`A.a(b:)` must not be required, because `I.a` does not have it")]
    [InlineData("type A implements I { a: Int @deprecated } interface I { a: Int }", "`A.a` is deprecated, but `I.a` is not")]
    [InlineData("type A implements I { a: Int } interface I implements J { a: Int } interface J { a: Int }", "`A` must implement `J`, because `I` does")]
    // 3.7 Interfaces
    [InlineData("interface I implements I { a: Int }", "`I` must not implement itself")]
    [InlineData("interface I implements J { a: Int } interface J implements I { a: Int }", "`I` must implement `I`, because `J` does")]
    [InlineData("interface I", "`I` must have at least one field")]
    // 3.8 Unions
    [InlineData("union U", "`U` must have at least one member type")]
    [InlineData("union U = Query | Query", "`U` names `Query` more than once")]
    [InlineData("union U = I interface I { a: Int }", "`U` names `I` which is not an object type")]
    [InlineData("union U = Query extend union U = Query", "`U` names `Query` more than once")]
    // 3.9 Enums
    [InlineData("enum E", "`E` must have at least one value")]
    [InlineData("enum E { A A }", "`E.A` is defined more than once")]
    [InlineData("enum E { A } extend enum E { A }", "`E.A` is defined more than once")]
    // 3.10 Input Objects
    [InlineData("input I", "`I` must have at least one input field")]
    [InlineData("input I { a: Int a: Int }", "`I.a` is defined more than once")]
    [InlineData("input I { __a: Int }", "`I.__a` must not start with two underscores")]
    [InlineData("input I { a: Query }", "`I.a` must have an input type, and `Query` is none")]
    [InlineData("input I { a: Int! @deprecated }", "`I.a` is required, so it must not be deprecated")]
    [InlineData("input I @oneOf { a: Int! }", "`I.a` belongs to a `@oneOf` input object, so it must be nullable")]
    [InlineData("input I @oneOf { a: Int = 1 }", "`I.a` belongs to a `@oneOf` input object, so it must not have a default value")]
    [InlineData("input I { a: Int } extend input I @oneOf", "`I` must not get `@oneOf` from an extension")]
    [InlineData("input I { value: String self: I! }", "`I` requires a value of its own type, so no value could be given")]
    [InlineData("input I { second: J! } input J { first: I! }", "`I` requires a value of its own type, so no value could be given")]
    [InlineData("input I { a: I = {} }", "`I` has default values that refer to one another without end")]
    [InlineData("input I { a: J = { } } input J { b: I = { } }", "`I` has default values that refer to one another without end")]
    // 3.13 Directives
    [InlineData("directive @__a on FIELD", "`@__a` must not start with two underscores")]
    [InlineData("directive @a(__b: Int) on FIELD", "`@a(__b:)` must not start with two underscores")]
    [InlineData("directive @a(b: Int b: Int) on FIELD", "`@a(b:)` is defined more than once")]
    [InlineData("directive @a(b: Query) on FIELD", "`@a(b:)` must have an input type, and `Query` is none")]
    [InlineData("directive @a(b: Int @a) on ARGUMENT_DEFINITION", "`@a` must not refer to itself")]
    [InlineData("directive @a(b: Int @c) on ARGUMENT_DEFINITION directive @c(d: Int @a) on ARGUMENT_DEFINITION", "`@a` must not refer to itself")]
    [InlineData("directive @a(b: I) on INPUT_FIELD_DEFINITION input I { c: Int @a }", "`@a` must not refer to itself")]
    [InlineData("directive @a(b: E) on ENUM_VALUE enum E { C @a }", "`@a` must not refer to itself")]
    // 5.4 and 5.7 for type system documents
    [InlineData("type A @nobody { a: Int }", "`A` applies `@nobody` which is not defined")]
    [InlineData("type A @skip(if: true) { a: Int }", "`A` applies `@skip` which may not stand on OBJECT")]
    [InlineData("directive @a on OBJECT type A @a @a { a: Int }", "`A` applies `@a` more than once, but it is not repeatable")]
    [InlineData("directive @a on OBJECT type A @a { a: Int } extend type A @a", "`A` applies `@a` more than once, but it is not repeatable")]
    [InlineData("scalar A @specifiedBy", "`A` applies `@specifiedBy` without its argument `url`")]
    [InlineData("scalar A @specifiedBy(url: 1)", "`A` applies `@specifiedBy`, but its argument `url` must be a `String!`")]
    [InlineData("scalar A @specifiedBy(url: \"x\", b: 1)", "`A` applies `@specifiedBy`, but its argument `b` is not defined")]
    [InlineData("scalar A @specifiedBy(url: \"x\", url: \"y\")", "`A` applies `@specifiedBy`, but its argument `url` is given more than once")]
    public void A_broken_rule_names_the_schema_coordinate(string text, string expected)
    {
        var hasQuery = text.Contains("schema {", StringComparison.Ordinal) && !text.Contains("query: Query", StringComparison.Ordinal)
            || text == "type A { a: Int }";
        Assert.Contains(expected, Errors(hasQuery ? text : "type Query { a: Int } " + text));
    }

    [Theory]
    [InlineData("input Example { self: Example value: String }")]
    [InlineData("input Example { self: [Example!]! value: String }")]
    [InlineData("input I { a: J = { b: null } } input J { b: I = { } }")]
    [InlineData("type A implements I { a: Int! } interface I { a: Int }")]
    [InlineData("type A implements I { a: [B!]! } interface I { a: [U] } type B { a: Int } union U = B")]
    [InlineData("type A implements I { a(b: Int, c: Int = 1, d: Int! = 2): Int } interface I { a(b: Int): Int }")]
    [InlineData("directive @a(b: Int @deprecated) on FIELD")]
    [InlineData("directive @deprecated(reason: String) on FIELD_DEFINITION")]
    [InlineData("scalar Custom type A { a(b: Custom = { c: [1, 2.5, true, X, null] }): Int }")]
    public void What_the_rules_allow_is_built(string text) => Assert.Empty(Errors("type Query { a: Int } " + text));

    [Fact]
    public void All_errors_are_told_at_once() =>
        Assert.Equal(3, Errors("type Query { a: X b: Y } input I { c: Z }").Count);

    [Fact]
    public void Building_throws_with_file_line_and_column()
    {
        var exception = Assert.Throws<SchemaException>(
            () => Schema.Build([Parser.ParseSchema("type Query {\n  a: X\n}", "my.graphql")]));
        Assert.Equal("SCHEMA_INVALID: my.graphql:2:6: `Query.a` refers to unknown type `X`", exception.Message);
    }

    private static List<string> Errors(string text)
    {
        Schema.TryBuild([Parser.ParseSchema(text)], null, out var errors);
        return [.. errors.Select(error => $"`{error.Coordinate}` {error.Message}")];
    }
}
