using System.Collections.Immutable;
using System.Text;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Tests.Validation;

public sealed class ValidationLimitsTests
{
    // The parser is not what is tested.
    private static readonly ParserLimits Roomy = new() { MaxDepth = ParserLimits.HardMaxDepth, MaxDirectives = 1_000 };

    private static readonly Schema Deferring = ValidationCase.SchemaWith("directive @defer(if: Boolean! = true, label: String) on INLINE_FRAGMENT");

    /// <summary>For each limit by its name: its code, how to set it, and a document that reaches exactly so many.</summary>
    public static TheoryData<string, string, Action<ValidationLimits, int>, Func<int, string>> Limits => new()
    {
        { "MaxDepth", ErrorCodes.LimitDepth, (limits, n) => limits.MaxDepth = n, n => Boxes(n) },
        {
            "MaxDepth: in fragments", ErrorCodes.LimitDepth, (limits, n) => limits.MaxDepth = n,
            n => $"{{ someBox {{ ...A }} }} fragment A on Box {{ deep {{ ...B }} }} fragment B on Box {{ {Repeat("deep { ", n - 3)} unrelated {Repeat("}", n - 3)} }}"
        },
        { "MaxAliases", ErrorCodes.LimitAliases, (limits, n) => limits.MaxAliases = n, n => $"{{ {Each(n, "a# : __typename ")} }}" },
        {
            "MaxAliases: in fragments", ErrorCodes.LimitAliases, (limits, n) => limits.MaxAliases = n,
            n => $"{{ {Each(n - 2, "f# : __typename ")} dog {{ ...F owner {{ pets {{ ...F }} }} }} }} fragment F on Pet {{ a: name }}"
        },
        { "MaxExpandedFields", ErrorCodes.LimitExpandedFields, (limits, n) => limits.MaxExpandedFields = n, n => $"{{ {Repeat("__typename ", n)} }}" },
        {
            "MaxExpandedFields: in fragments", ErrorCodes.LimitExpandedFields, (limits, n) => limits.MaxExpandedFields = n,
            n => $"{{ {Repeat("__typename ", n - 4)} ...F ...F }} fragment F on Query {{ dog {{ name }} }}"
        },
        {
            "MaxFragmentVisits", ErrorCodes.LimitFragmentVisits, (limits, n) => limits.MaxFragmentVisits = n,
            n => $"{{ {Repeat("...G ", n - 4)} ...F ...F }} fragment F on Query {{ ...G }} fragment G on Query {{ __typename }}"
        },
        { "MaxIntrospectionDepth", ErrorCodes.LimitIntrospectionDepth, (limits, n) => limits.MaxIntrospectionDepth = n, n => Introspect(n) },
        {
            "MaxOverlappingFieldSteps", ErrorCodes.LimitOverlappingFields, (limits, n) => limits.MaxOverlappingFieldSteps = n,
            n => $"{{ {Repeat("__typename ", n)} }}"
        },
        {
            "MaxIncrementalParts", ErrorCodes.LimitIncrementalParts, (limits, n) => limits.MaxIncrementalParts = n,
            n => $"{{ dog {{ {Repeat("... @defer { name } ", n)} }} }}"
        },
    };

    [Fact] // Those on errors do not refuse and have tests of their own.
    public void Every_limit_is_in_the_table() => Assert.Equal(
        typeof(ValidationLimits).GetProperties().Select(property => property.Name).Where(name => name.StartsWith("Max", StringComparison.Ordinal)).Order(),
        Limits.Select(row => ((string)row[0]).Split(':')[0]).Append(nameof(ValidationLimits.MaxErrors)).Append(nameof(ValidationLimits.MaxErrorBytes)).Distinct().Order());

    [Theory]
    [Trait("Limit", "ValidationLimits")]
    [MemberData(nameof(Limits))]
    public void A_limit_is_inclusive_and_has_its_own_code(
        string name, string code, Action<ValidationLimits, int> set, Func<int, string> document)
    {
        const int N = 6;
        var limits = new ValidationLimits();
        set(limits, N);
        Assert.True(Validate(document(N - 1), limits).IsEmpty, name);
        Assert.True(Validate(document(N), limits).IsEmpty, name);
        Assert.Equal(code, Assert.Single(Validate(document(N + 1), limits)).Code);
        set(limits, N + 1);
        Assert.True(Validate(document(N + 1), limits).IsEmpty, name);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_that_only_warns_lets_ten_times_as_much_pass_and_no_more(
        string name, string code, Action<ValidationLimits, int> set, Func<int, string> document)
    {
        const int N = 6;
        var limits = new ValidationLimits { EnforceLimits = false };
        set(limits, N);
        Assert.True(Validate(document(N + 1), limits).IsEmpty, name);
        Assert.Contains(code, Warnings(document(N + 1), limits));
        Assert.Empty(Validate(document(10 * N), limits));
        Assert.Contains(code, Validate(document((10 * N) + 1), limits).Select(error => error.Code));
        Assert.Empty(Warnings(document(N), limits));
    }

    [Theory]
    [Trait("Limit", "ValidationLimits.HardMaxDepth")]
    [InlineData(true)]
    [InlineData(false)]
    public void No_setting_lets_an_operation_nest_past_its_hard_bound(bool enforce)
    {
        var limits = new ValidationLimits { EnforceLimits = enforce, MaxDepth = int.MaxValue, MaxExpandedFields = int.MaxValue, MaxOverlappingFieldSteps = int.MaxValue };
        Assert.Empty(Validate(Chained(ValidationLimits.HardMaxDepth - 1), limits));
        Assert.Empty(Validate(Chained(ValidationLimits.HardMaxDepth), limits));
        Assert.Equal(ErrorCodes.LimitDepth, Assert.Single(Validate(Chained(ValidationLimits.HardMaxDepth + 1), limits)).Code);

        // One level in each fragment but the last, so that the text itself is flat.
        string Chained(int levels) => "{ someBox { ...F0 } } "
            + string.Concat(Enumerable.Range(0, 50).Select(i => $"fragment F{i} on Box {{ deep {{ ...F{i + 1} }} }} "))
            + $"fragment F50 on Box {{ {Repeat("deep { ", levels - 52)} unrelated {Repeat("}", levels - 52)} }}";
    }

    [Theory]
    [Trait("Limit", "ValidationLimits.MaxErrors")]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void Errors_stop_at_the_limit(int unknownFields, int expected) =>
        Assert.Equal(expected, Validate($"{{ {Each(unknownFields, "x# ")} }}", new ValidationLimits { MaxErrors = 3 }).Length);

    [Fact]
    public void The_introspection_query_that_tools_send_passes() => Assert.Empty(Validate("""
        query IntrospectionQuery {
          __schema {
            description queryType { name } mutationType { name } subscriptionType { name }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """));

    [Fact]
    public void Introspection_can_be_switched_off_but_for_typename()
    {
        var options = new ValidationOptions { AllowIntrospection = false };
        Assert.Equal(["INTROSPECTION_DISABLED", "INTROSPECTION_DISABLED"], Errors("{ __schema { description } __type(name: \"Dog\") { name } }"));
        Assert.Empty(Errors("{ __typename dog { __typename } }"));

        IEnumerable<string> Errors(string text) => DocumentValidator
            .Validate(ValidationCase.DefaultSchema, Parser.Parse(text).Require(), options)
            .Select(error => error.Code);
    }

    [Theory]
    [InlineData("{ dgo { name } }", "type `Query` has no field `dgo`; did you mean `dog`?")]
    [InlineData("{ dog { nme } }", "type `Dog` has no field `nme`; did you mean `name`?")]
    [InlineData("{ dog { name @skp(if: true) } }", "there is no directive `skp`; did you mean `skip`?")]
    [InlineData("{ dog { ... on Dgo { name } } }", "there is no type `Dgo`; did you mean `Dog`?")]
    [InlineData("{ findDog(searchBy: { nam: \"x\" }) { name } }", "input object `FindDogInput` has no field `nam`; did you mean `name`?")]
    [InlineData("{ ints(lst: 1) }", "`Query.ints` has no argument `lst`; did you mean `list`?")]
    public void Similar_names_are_told_to_developers_alone(string text, string expected)
    {
        var document = Parser.Parse(text).Require();
        var developing = new ValidationOptions { SuggestNames = true };
        Assert.Equal(expected, DocumentValidator.Validate(ValidationCase.DefaultSchema, document, developing)[0].Message);
        Assert.Equal(expected.Split(';')[0], DocumentValidator.Validate(ValidationCase.DefaultSchema, document)[0].Message);
    }

    private static string Boxes(int depth) => $"{{ someBox {{ {Repeat("deep { ", depth - 2)} unrelated {Repeat("}", depth - 2)} }} }}";

    private static string Introspect(int lists)
    {
        var text = "{ __schema { types { " + Repeat("fields { type { ", lists - 1) + "__typename";
        return text + Repeat(" }", text.Count(character => character == '{'));
    }

    private static List<string> Warnings(string text, ValidationLimits limits)
    {
        DocumentValidator.Validate(Deferring, Parser.Parse(text, Roomy).Require(), new ValidationOptions { Limits = limits }, out var warnings);
        return [.. warnings.Select(warning => warning.Code)];
    }

    private static ImmutableArray<GraphQLError> Validate(string text, ValidationLimits? limits = null) => DocumentValidator.Validate(
        Deferring, Parser.Parse(text, Roomy).Require(), new ValidationOptions { Limits = limits ?? new ValidationLimits() });

    private static string Each(int times, string text) =>
        string.Concat(Enumerable.Range(0, times).Select(i => text.Replace("#", $"{i}", StringComparison.Ordinal)));

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
