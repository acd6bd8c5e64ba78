using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Tests.Language;

public sealed class S2_DocumentTests
{
    [Fact]
    public void An_operation_has_its_parts()
    {
        var document = Parser.Parse("""
            "what it is for"
            query Progress("whose" $uln: ID! = "1" @a, $list: [[Int!]]!) @b(c: 1) {
              mine: learner(uln: $uln, filter: { a: [1, 2.5, "s", true, null, RED] }) @skip(if: false) {
                ...Name @include(if: true)
                ... on Learner { uln }
                ... @include(if: true) { uln }
              }
            }
            "a fragment"
            fragment Name on Learner { name }
            """).Require();
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal("what it is for", operation.Description?.Value);
        Assert.Equal(("Progress", OperationType.Query), (operation.Name, operation.Operation));
        Assert.Equal("whose", operation.VariableDefinitions[0].Description?.Value);
        Assert.Equal("[[Int!]]!", operation.VariableDefinitions[1].Type.ToString());
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        Assert.Equal(("mine", "learner", "mine"), (field.Alias, field.Name, field.ResponseName));
        Assert.Equal(3, field.SelectionSet!.Selections.Length);
        Assert.Equal("a fragment", document.Definitions[1].Description?.Value);
    }

    [Fact]
    public void A_node_knows_its_line_and_column()
    {
        var document = Parser.Parse("query Q {\n  first\n  second: third\n}").Require();
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal("3:3", operation.SelectionSet.Selections[1].Location.Position.ToString());
        Assert.Equal("1:7", operation.NameLocation.Position.ToString());
        Assert.Equal((20, 33), (operation.SelectionSet.Selections[1].Location.Start, operation.SelectionSet.Selections[1].Location.End));
    }

    [Theory]
    [InlineData("", "1:1: expected an operation or a fragment, found the end of the document")]
    [InlineData("{", "1:2: expected a name, found the end of the document")]
    [InlineData("{}", "1:2: expected a name, found `}`")]
    [InlineData("{ a(b: $) }", "1:9: expected a name, found `)`")]
    [InlineData("{ a() }", "1:5: expected a name, found `)`")]
    [InlineData("{ ...on }", "1:9: expected a name, found `}`")]
    [InlineData("fragment on on A { b }", "1:10: expected a fragment name, found `on`")]
    [InlineData("fragment A { b }", "1:12: expected `on`, found `{`")]
    [InlineData("query ($a: Int = $b) { c }", "1:18: expected a constant value, found `$`")]
    [InlineData("query ($a: Int!!) { c }", "1:16: expected `$`, found `!`")]
    [InlineData("query () { c }", "1:8: expected `$`, found `)`")]
    [InlineData("\"described\" { a }", "1:13: expected an operation or a fragment, found `{`")]
    [InlineData("qwerty cop { abc }", "1:1: expected an operation or a fragment, found `qwerty`")]
    [InlineData("type X { a: Int }", "1:1: expected an operation or a fragment, found `type`")]
    [InlineData("{ a: b: c }", "1:7: expected a name, found `:`")]
    [InlineData("{ a } }", "1:7: expected an operation or a fragment, found `}`")]
    public void Broken_grammar_is_named_at_its_token(string text, string expected)
    {
        var error = Parser.Parse(text).Error;
        Assert.Equal(expected, $"{error?.Location.Position}: {error?.Message}");
        Assert.Equal(ErrorCodes.GraphQLParseFailed, error?.Code);
    }

    [Theory]
    [InlineData("extend type A")]
    [InlineData("extend scalar A")]
    [InlineData("extend schema")]
    [InlineData("extend union A")]
    [InlineData("type A {}")]
    [InlineData("enum A { true }")]
    [InlineData("directive @a on ELSEWHERE")]
    [InlineData("schema { query }")]
    [InlineData("\"no description\" extend type A @b")]
    [InlineData("type A { a(b: Int = $c): Int }")]
    public void Broken_type_system_grammar_is_refused(string text) =>
        Assert.Equal(ErrorCodes.GraphQLParseFailed, Parser.Parse(text, ParserLimits.Trusted).Error?.Code);

    [Fact]
    public void Keywords_are_names_where_names_are_meant() =>
        Assert.Null(Parser.Parse(
            "query query($on: type) { fragment: on(true: false) { ...on on { a } ...input } } fragment input on type { type }").Error);

    [Fact]
    public void A_type_system_document_comes_out_as_it_went_in()
    {
        const string Text = """"
            """
            The schema.
            Two lines.
            """
            schema @link(url: "x") {
              query: Query
              mutation: Change
            }

            "a date"
            scalar Date @specifiedBy(url: "https://example.org")

            directive @key(fields: String! = "id", resolvable: Boolean) repeatable on OBJECT | INTERFACE

            interface Node {
              id: ID!
            }

            interface Named implements Node {
              id: ID!
            }

            type Query implements Node & Named @key(fields: "id") {
              "the id"
              id: ID!
              list(
                "how many"
                first: Int = 10 @deprecated
                filter: Filter = { a: [1, 2], b: RED }
              ): [[Query!]!]!
            }

            union Any = Query | Change

            enum Colour {
              "red"
              RED
              GREEN @deprecated(reason: "faded")
            }

            input Filter @oneOf {
              a: [Int!]
              b: Colour
            }

            extend schema @tag

            extend type Query {
              more: Int
            }

            extend union Any = Other

            """";
        Assert.Equal(Text, Parser.ParseSchema(Text).ToString());
    }
}
