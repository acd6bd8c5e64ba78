using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Types;

public sealed class SchemaPrinterTests
{
    private const string Text = """"
        directive @key(fields: String!) repeatable on OBJECT

        type Query implements Node @key(fields: "id") {
          id: ID!
          """
          two
          lines
          """
          old(first: Int = 10): [String!] @deprecated(reason: "why")
        }

        interface Node {
          id: ID!
        }

        scalar Date @specifiedBy(url: "https://example.org")

        input Choice @oneOf {
          a: Date
          b: [Choice!]
        }

        """";

    [Fact]
    public void A_schema_prints_as_it_was_written_with_all_directives() =>
        Assert.Equal(Text, SchemaPrinter.Print(Schema.Build(Text), SchemaPrintOptions.WithAppliedDirectives));

    [Fact]
    public void Directives_of_others_are_left_out_by_default() =>
        Assert.Equal(
            Text.Replace(" @key(fields: \"id\")", "", StringComparison.Ordinal), SchemaPrinter.Print(Schema.Build(Text)));

    [Fact]
    public void Extensions_print_merged() =>
        Assert.Equal(
            "type Query {\n  a: Int\n  b: Int\n}\n",
            SchemaPrinter.Print(Schema.Build("type Query { a: Int } extend type Query { b: Int }")));

    [Theory]
    [InlineData("schema {\n  query: Root\n}\n\ntype Root {\n  a: Int\n}\n")]
    [InlineData("schema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n\ntype Mutation {\n  a: Int\n}\n")]
    [InlineData("\"described\"\nschema {\n  query: Query\n}\n\ntype Query {\n  a: Int\n}\n")]
    public void The_schema_definition_prints_where_the_default_names_would_mislead(string text) =>
        Assert.Equal(text, SchemaPrinter.Print(Schema.Build(text)));
}
