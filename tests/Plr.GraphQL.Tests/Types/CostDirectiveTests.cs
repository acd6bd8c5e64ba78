using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Types;

// IBM, GraphQL Cost Directives specification, draft.
public sealed class CostDirectiveTests
{
    [Theory]
    [InlineData("type A { a: Int @cost(weight: \"much\") }", "`A.a` applies `@cost`, but its weight must be a decimal number such as \"2.5\", three places and 1000000 at most")]
    [InlineData("type A { a: Int @cost(weight: \"0.0001\") }", "`A.a` applies `@cost`, but its weight must be a decimal number such as \"2.5\", three places and 1000000 at most")]
    [InlineData("type A { a: Int @cost(weight: \"1e3\") }", "`A.a` applies `@cost`, but its weight must be a decimal number such as \"2.5\", three places and 1000000 at most")]
    [InlineData("type A { a: Int @cost(weight: \"1000000.001\") }", "`A.a` applies `@cost`, but its weight must be a decimal number such as \"2.5\", three places and 1000000 at most")]
    [InlineData("type A { a: Int @cost(weight: \"-1\") }", "`A.a` applies `@cost` with a negative weight, which only arguments and input fields may have")]
    [InlineData("type A @cost(weight: \"-1\") { a: Int }", "`A` applies `@cost` with a negative weight, which only arguments and input fields may have")]
    [InlineData("type A { a: Int @cost }", "`A.a` applies `@cost` without its argument `weight`")]
    [InlineData("interface A @cost(weight: \"1\") { a: Int }", "`A` applies `@cost` which may not stand on INTERFACE")]
    [InlineData("type A { a: Int @listSize(assumedSize: 1) }", "`A.a` applies `@listSize`, but the field is no list, so it needs `sizedFields`")]
    [InlineData("type A { a: [Int] @listSize }", "`A.a` applies `@listSize`, but it needs an `assumedSize` or `slicingArguments`")]
    [InlineData("type A { a: [Int] @listSize(assumedSize: -1) }", "`A.a` applies `@listSize`, but its `assumedSize` is below 0")]
    [InlineData("type A { a: [A] @listSize(assumedSize: 1, sizedFields: [\"a\"]) }", "`A.a` applies `@listSize`, but the field is a list itself, so it can not have `sizedFields`")]
    [InlineData("type A { a: A @listSize(assumedSize: 1, sizedFields: [\"b\", \"c\"]) b: Int }", "`A.a` applies `@listSize`, but its sized field `b` is no list of `A`")]
    [InlineData("type A { a: [Int] @listSize(slicingArguments: [\"n\"]) }", "`A.a` applies `@listSize`, but its slicing argument `n` is no argument of the field")]
    [InlineData("type A { a(n: String): [Int] @listSize(slicingArguments: [\"n\"]) }", "`A.a` applies `@listSize`, but its slicing argument `n` is neither an `Int` nor a list")]
    [InlineData("type A { a(n: I): [Int] @listSize(slicingArguments: [\"n.y\"]) } input I { x: Int }", "`A.a` applies `@listSize`, but its slicing argument `n.y` is no argument of the field")]
    [InlineData("type A { a: [A] @listTotal(within: \"A\") }", "`A.a` applies `@listTotal`, but it needs `@listSize` beside it")]
    [InlineData("type A { a(n: [Int]): [A] @listLength(arguments: [\"n\"]) }", "`A.a` applies `@listLength`, but it needs `@listSize` beside it")]
    [InlineData("type A { a: [A] @listSize(assumedSize: 1) @listTotal(within: \"B\") } interface B { a: Int }", "`A.a` applies `@listTotal`, but `B` is no object type")]
    [InlineData("type A { a(n: Int): [A] @listSize(slicingArguments: [\"n\"]) @listTotal(within: \"A\") }", "`A.a` applies `@listTotal`, but it needs a list with an `assumedSize` alone")]
    [InlineData("type A { a: [A] @listSize(assumedSize: 1) @listLength(arguments: [\"n\"]) }", "`A.a` applies `@listLength`, but its slicing argument `n` is no argument of the field")]
    public void A_cost_that_has_no_meaning_is_an_error_of_the_schema(string part, string expected)
    {
        Schema.TryBuild([Parser.ParseSchema("type Query { q: Int } " + part)], null, out var errors);
        Assert.Contains(errors, error => error.ToString().EndsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_schema_that_applies_the_directives_need_not_define_them_and_prints_whole()
    {
        var schema = Schema.Build("""type Query { q(first: Int): [Int] @cost(weight: "2") @listSize(slicingArguments: ["first"]) }""");
        Assert.Equal(["cost", "listSize"], schema.Directives.Where(directive => !directive.IsBuiltIn).Select(directive => directive.Name));
        Assert.Equal(SchemaPrinter.Print(schema), SchemaPrinter.Print(Schema.Build(SchemaPrinter.Print(schema))));
    }

    [Fact]
    public void A_schema_that_applies_none_has_none() =>
        Assert.DoesNotContain(Schema.Build("type Query { q: Int }").Directives, directive => directive.Name is "cost" or "listSize");

    [Fact] // Apollo Federation writes the weight as a number.
    public void A_definition_of_the_schema_s_own_counts() =>
        Assert.Equal(3, Schema.Build("directive @cost(weight: Int!) on FIELD_DEFINITION type Query { q: Int @cost(weight: 3) }")
            .QueryType.FindField("q")!.Directives.Find("cost")!.Argument("weight"));
}
