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
