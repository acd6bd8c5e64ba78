using System.Collections.Immutable;
using System.Text;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Tests.Validation;

/// <summary>Documents that have brought down other servers. With the limits lifted, so that the algorithms are what holds.</summary>
public sealed class HostileDocumentTests
{
    private static readonly ParserLimits Long = new()
    {
        MaxBytes = int.MaxValue,
        MaxTokens = int.MaxValue,
        MaxNodes = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
        MaxFragments = int.MaxValue,
        MaxVariables = int.MaxValue,
        MaxOperations = int.MaxValue,
    };

    private static ValidationOptions Lifted(int overlappingFieldSteps = 20_000) => new()
    {
        Limits = new ValidationLimits
        {
            MaxAliases = int.MaxValue,
            MaxExpandedFields = int.MaxValue,
            MaxFragmentVisits = int.MaxValue,
            MaxDepth = 100,
            MaxOverlappingFieldSteps = overlappingFieldSteps,
        },
    };

    [Fact]
    public void Ten_thousand_repetitions_of_a_field_take_ten_thousand_steps() =>
        Assert.Empty(Validate($"{{ dog {{ {Repeat("name ", 10_000)} }} }}", Lifted(10_001)));

    [Fact]
    public void Ten_thousand_repetitions_of_an_object_are_merged_once() =>
        Assert.Empty(Validate($"{{ {Repeat("dog { owner { name } } ", 10_000)} }}", Lifted(30_000)));

    [Fact]
    public void Ten_thousand_aliases_take_as_many_steps() =>
        Assert.Empty(Validate($"{{ {Each(10_000, "a#: dog { name } ")} }}", Lifted(20_000)));

    [Fact]
    public void Ten_thousand_aliases_are_refused_by_the_default_limits() =>
        Assert.Contains(ErrorCodes.LimitAliases, Codes(Each(5_000, "a#: dog { name } "), new ValidationOptions()));

    [Fact]
    public void One_field_with_two_thousand_arguments_is_told_once() =>
        Assert.Single(Validate($"{{ {Each(2_000, "ints(list: #) ")} }}", Lifted()));

    [Fact]
    public void Overlapping_inline_fragments_stay_within_the_steps()
    {
        var inner = Repeat("... on Dog { name } ", 100);
        var text = $"{{ {Repeat($"... on Query {{ dog {{ {inner} }} }} ", 200)} }}";
        Assert.Empty(Validate(text, Lifted(20_200)));
        Assert.Equal(ErrorCodes.LimitOverlappingFields, Validate(text, Lifted(20_199))[0].Code);
    }

    [Fact]
    public void Fragments_that_double_twenty_five_times_are_measured_not_followed()
    {
        var text = "{ ...F0 } " + Each(25, "fragment F# on Query { ...F~ ...F~ } ") + "fragment F25 on Query { __typename }";
        Assert.Equal([ErrorCodes.LimitFragmentVisits, ErrorCodes.LimitExpandedFields], Codes(text, new ValidationOptions()));
        Assert.Empty(Validate(text, Lifted()));
    }

    [Fact]
    public void Aliased_fragments_that_double_are_measured_not_followed()
    {
        var text = "{ someBox { ...F0 } } " + Each(18, "fragment F# on Box { a: deep { ...F~ } b: deep { ...F~ } } ")
            + "fragment F18 on Box { unrelated }";
        Assert.Contains(ErrorCodes.LimitAliases, Codes(text, new ValidationOptions()));
        Assert.Empty(Validate(text, Lifted(200)));
    }

    [Fact]
    public void A_cycle_of_two_thousand_fragments_is_found_without_a_stack()
    {
        var errors = Validate("{ ...F0 } " + Each(1_999, "fragment F# on Query { ...F~ } ") + "fragment F1999 on Query { ...F0 }", Lifted());
        Assert.Equal("fragment `F0` spreads itself through `F1999`", Assert.Single(errors).Message);
    }

    [Theory]
    [InlineData("duplicate fragments", "{ ...F } ", "fragment F on Query { __typename } ")]
    [InlineData("unused fragments", "{ __typename } ", "fragment F# on Query { __typename } ")]
    [InlineData("operations of one name", "", "query A { __typename } ")]
    [InlineData("anonymous operations", "", "{ __typename } ")]
    public void Ten_thousand_definitions_give_ten_errors(string name, string head, string unit) =>
        Assert.True(Validate(head + Each(10_000, unit), Lifted()).Length == 10, name);

    [Theory]
    [InlineData("unknown directives", "@a# ")]
    [InlineData("repeated directives", "@skip(if: true) ")]
    public void Thirty_thousand_directives_give_ten_errors(string name, string unit) =>
        Assert.True(Validate($"{{ __typename {Each(30_000, unit)} }}", Lifted()).Length == 10, name);

    [Fact]
    public void Ten_thousand_variables_give_ten_errors() =>
        Assert.Equal(10, Validate($"query ({Each(10_000, "$v#: Int ")}) {{ __typename }}", Lifted()).Length);

    [Fact]
    public void Five_thousand_misspelt_fields_give_ten_short_errors()
    {
        var errors = Validate($"{{ {Each(5_000, new string('x', 900) + "# ")} }}", Lifted());
        Assert.Equal(10, errors.Length);
        Assert.True(errors.Sum(error => error.Message.Length) < 2_000);
    }

    [Fact]
    public void Thousands_of_arguments_and_entries_of_one_name_give_ten_errors()
    {
        Assert.Equal(10, Validate($"{{ ints({Repeat("list: 1 ", 10_000)}) }}", Lifted()).Length);
        Assert.Equal(10, Validate($"{{ id(any: {{ {Repeat("a: 1 ", 10_000)} }}) }}", Lifted()).Length);
    }

    [Fact]
    public void An_introspection_circle_is_refused() => Assert.Equal(
        [ErrorCodes.LimitDepth, ErrorCodes.LimitIntrospectionDepth],
        Codes($"__schema {{ types {{ {Repeat("fields { type { ", 12)} name {Repeat("} }", 12)} }} }}", new ValidationOptions()));

    [Fact]
    public void A_chain_of_types_is_refused_by_its_depth() => Assert.Equal(
        [ErrorCodes.LimitDepth],
        Codes($"__type(name: \"Dog\") {{ {Repeat("ofType { ", 50)} name {Repeat("}", 50)} }}", new ValidationOptions()));

    private static List<string> Codes(string selections, ValidationOptions options) =>
        [.. Validate(selections.StartsWith('{') ? selections : $"{{ {selections} }}", options).Select(error => error.Code)];

    private static ImmutableArray<GraphQLError> Validate(string text, ValidationOptions options) =>
        DocumentValidator.Validate(ValidationCase.DefaultSchema, Parser.Parse(text, Long).Require(), options);

    // "#" is the number, "~" the next one.
    private static string Each(int times, string text) => string.Concat(Enumerable.Range(0, times).Select(
        i => text.Replace("#", $"{i}", StringComparison.Ordinal).Replace("~", $"{i + 1}", StringComparison.Ordinal)));

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
