using Plr.GraphQL.Federation.Merging;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Language.Printing;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Federation.Tests.Merging;

public sealed class SubgraphMergerTests
{
    private const string Link = """extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@inaccessible", "@override"])""" + "\n";

    [Fact]
    public void A_type_has_the_fields_of_all_subgraphs() => Assert.Equal(
        """
        type Query {
          unit: Unit
          learner: Learner
        }

        type Unit {
          number: ID!
          title: String
          achievedBy: [Learner!]!
        }

        type Learner {
          uln: ID!
        }

        """,
        Merge(
            """
            type Query { unit: Unit }
            type Unit @key(fields: "number") { number: ID! title: String @shareable }
            """,
            """
            type Query { learner: Learner }
            type Learner @key(fields: "uln") { uln: ID! }
            type Unit @key(fields: "number") { number: ID! achievedBy: [Learner!]! }
            """));

    [Fact]
    public void Stubs_leave_no_trace() => Assert.Equal(
        Merge("type Query { unit: Unit } type Unit { number: ID! }"),
        Merge(
            """type Query { unit: Unit } type Unit @key(fields: "number") { number: ID! }""",
            """type Unit @key(fields: "number", resolvable: false) { number: ID! @external }"""));

    [Fact]
    public void Directives_that_are_not_of_Federation_stay_of_all_subgraphs() => Assert.Equal(
        """
        directive @consent(scope: String!) on FIELD_DEFINITION

        type Query {
          a: Int @consent(scope: "A") @deprecated
        }

        """,
        Merge(
            """directive @consent(scope: String!) on FIELD_DEFINITION type Query { a: Int @consent(scope: "A") @shareable }""",
            """directive @consent("Which." scope: String!) on FIELD_DEFINITION type Query { a: Int @shareable @deprecated }"""));

    [Fact]
    public void What_is_inaccessible_is_left_out() => Assert.Equal(
        Merge("type Query { a(x: Int): E } enum E { A }"),
        Merge("type Query { a(x: Int, y: Int @inaccessible): E  b: Int @inaccessible } enum E { A B @inaccessible } type T @inaccessible { a: Int }"));

    [Fact]
    public void Extensions_without_a_definition_stand_for_one() => Assert.Equal(
        Merge("type Query { a: Int }"), Merge("extend type Query { a: Int }"));

    [Fact]
    public void A_renamed_or_prefixed_directive_is_known() => Assert.Equal(
        "type Query {\n  a: T\n}\n\ntype T {\n  id: ID!\n}\n",
        Printer.Print(SubgraphMerger.Merge([Parser.ParseSchema(
            """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [{ name: "@key", as: "@primary" }])
            type Query { a: T @federation__shareable }
            type T @primary(fields: "id") { id: ID! }
            """)])));

    [Theory]
    [InlineData("type T { a: Int }", "type T { a: String }", "T.a")]
    [InlineData("type T { a(x: Int): Int }", "type T { a(x: Int = 1): Int }", "T.a")]
    [InlineData("type T { a: Int }", "scalar T", "T")]
    [InlineData("enum T { A B }", "enum T { A C }", "T.B")]
    [InlineData("enum T { A }", "enum T { A C }", "T.C")]
    [InlineData("input T { a: Int }", "input T { a: Int b: Int }", "T.b")]
    [InlineData("input T { a: Int! }", "input T { a: Int }", "T.a")]
    [InlineData("directive @d(a: Int) on OBJECT", "directive @d(a: Int!) on OBJECT", "@d")]
    [InlineData("schema { query: A } type A { a: Int }", "schema { query: B } type B { a: Int }", "schema")]
    public void A_disagreement_is_an_error_that_names_the_coordinate(string first, string second, string coordinate)
    {
        var exception = Assert.Throws<SchemaException>(() => Merge(first, second));

        Assert.Contains(coordinate, exception.Errors.Select(error => error.Coordinate));
        Assert.All(exception.Errors, error => Assert.StartsWith("subgraph2:", error.Location.ToString(), StringComparison.Ordinal));
    }

    private static string Merge(params string[] subgraphs) =>
        Printer.Print(SubgraphMerger.Merge([.. subgraphs.Select((text, i) => Parser.ParseSchema(Link + text, $"subgraph{i + 1}"))]));
}
