namespace Plr.Architecture.Tests;

public sealed class SchemaGuardTests
{
    private static readonly string[] Subgraphs = ["schema/catalogue.graphql", "schema/records.graphql"];

    [Fact]
    public void Every_field_of_the_records_carries_a_policy() =>
        Assert.Empty(SchemaGuards.FieldsWithoutPolicy(Repository.Read("schema/records.graphql")));

    [Fact]
    public void Every_type_field_argument_and_value_is_described() =>
        Assert.Empty(Subgraphs.SelectMany(file => SchemaGuards.Undescribed(Repository.Read(file))));

    [Fact] // DESIGN, consent, item 10: withheld is null plus an error.
    public void Every_guarded_field_is_nullable() =>
        Assert.Empty(SchemaGuards.GuardedNonNull(Repository.Read("schema/records.graphql")));

    [Theory, InlineData("schema/catalogue.graphql"), InlineData("schema/records.graphql")]
    public void Every_list_of_objects_says_how_long_it_may_be(string file) => Assert.Empty(SchemaGuards.UnsizedLists(Repository.Read(file)));

    [Fact]
    public void A_list_of_objects_that_does_not_say_is_found_with_the_remedy() =>
        Assert.Equal(
            [
                "A.b is a list of objects without a size, so that an operation may cost more than is reckoned. Give it @listSize(assumedSize: …) with a bound that"
                    + " holds, or slicingArguments where an argument says how many",
                "A.n is a list of objects without a size, so that an operation may cost more than is reckoned. Give it @listSize(assumedSize: …) with a bound that"
                    + " holds, or slicingArguments where an argument says how many",
                "C.nodes is a page without a size, since A.d gives it and does not say. Give A.d @listSize(slicingArguments: …, sizedFields: [\"nodes\"])",
            ],
            SchemaGuards.UnsizedLists("""
                type A {
                  a: [A] @listSize(assumedSize: 3) b: [A!]! leaves: [Int!] enums: [E] n: [[N]] u: [U] @listSize(assumedSize: 1)
                  c(first: Int): C @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) d: C
                }
                type C { nodes: [A] }
                type D { nodes: [A] }
                interface N { d: D! @listSize(assumedSize: 2, sizedFields: ["nodes"]) }
                union U = A
                enum E { V }
                """));

    [Fact]
    public void A_field_without_a_policy_is_found() =>
        Assert.Equal(["A.y"], SchemaGuards.FieldsWithoutPolicy("""
            directive @open(reason: String!) on FIELD_DEFINITION | OBJECT
            type A { x: Int @open(reason: "r") y: Int }
            type B @open(reason: "r") { z: Int }
            """));

    [Fact]
    public void A_missing_description_is_found() =>
        Assert.Equal(
            ["A.x", "A.y(n:)", "E.V", "I.f"],
            SchemaGuards.Undescribed("""
                "a" type A { x: Int "y" y(n: Int): Int }
                "e" enum E { V }
                "i" input I { f: Int }
                """));

    [Fact]
    public void A_guarded_field_that_is_non_null_is_found() =>
        Assert.Equal(["A.x"], SchemaGuards.GuardedNonNull("type A { x: Int! @allow y: Int @allow z: Int! @open }"));
}
