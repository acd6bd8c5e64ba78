using Plr.GraphQL;
using static Plr.Benchmarks.Hostile.Text;
using static Plr.Benchmarks.Hostile.Verdict;

namespace Plr.Benchmarks.Hostile;

/// <summary>Class B: what attacks validation.</summary>
internal static class ValidationAttacks
{
    private const string Number = "qualification(number:\"600/8900/3\")";
    private static readonly Verdict Invalid = Refused(ErrorCodes.GraphQLValidationFailed);
    private static readonly Verdict TooLong = Refused(ErrorCodes.LimitDocumentBytes);

    public static IEnumerable<Attack> All { get; } =
    [
        new("B02", "10,000 aliases", () => Payload.Of($"{{{Each(10_000, "a#:viewer{kind} ")}}}"), Refused(ErrorCodes.LimitFields, ErrorCodes.LimitTokens)),
        new("B02b", "51 aliases", () => Payload.Of($"{{{Each(51, "a#:viewer{kind} ")}}}"), Refused(ErrorCodes.LimitAliases)),
        new("B03", "15 aliases in a fragment, spread 1,000 times",
            () => Payload.Of($"{{viewer{{{Repeat("...F ", 1_000)}}}}} fragment F on Viewer {{{Each(15, "a#:kind ")}}}"),
            Refused(ErrorCodes.LimitExpandedFields, ErrorCodes.LimitAliases)),
        new("B05", "one field with 2,000 different arguments",
            () => Payload.Of($"{{{Each(2_000, "qualifications(first:#){totalCount} ")}}}"), Refused(ErrorCodes.LimitFields, ErrorCodes.LimitTokens)),
        new("B05b", "one field with 450 different arguments",
            () => Payload.Of($"{{{Each(450, "qualifications(first:#){totalCount} ")}}}"), Invalid),
        new("B06", "inline fragments that overlap, 200 by 200",
            () => Payload.Of(Overlapping(200, 200)), TooLong),
        new("B06b", "inline fragments that overlap, 30 by 30", () => Payload.Of(Overlapping(30, 30)), Answered("\"qualification\"")),
        new("B08", "fragments that double 25 times",
            () => Payload.Of("{...F0} " + Each(25, "fragment F# on Query{...F~ ...F~} ") + "fragment F25 on Query{viewer{kind}}"), Refused(ErrorCodes.LimitFragmentVisits)),
        new("B09", "aliased fragments that double 18 times",
            () => Payload.Of("{qualifications{nodes{...F0}}} "
                + Each(18, "fragment F# on Qualification{awardingOrganisation{a:qualifications{nodes{...F~}} b:qualifications{nodes{...F~}}}} ")
                + "fragment F18 on Qualification{id}"),
            Refused(ErrorCodes.LimitDepth)),
        new("B09b", "aliased fragments that double on one level",
            () => Payload.Of("{...F0} " + Each(18, "fragment F# on Query{a#:viewer{kind} ...F~ ...F~} ") + "fragment F18 on Query{viewer{kind}}"),
            Refused(ErrorCodes.LimitFragmentVisits)),
        new("B11", "fragment that spreads itself through a field",
            () => Payload.Of("{qualifications{nodes{...A}}} fragment A on Qualification{awardingOrganisation{qualifications{nodes{...A}}}}"), Invalid),
        new("B12", "cycle of 2,000 fragments", () => Payload.Of(Cycle(2_000)), Refused(ErrorCodes.LimitFragments)),
        new("B12b", "cycle of 100 fragments", () => Payload.Of(Cycle(100)), Invalid),
        new("B14", "10,000 fragments of one name",
            () => Payload.Of("{...F} " + Repeat("fragment F on Query{viewer{kind}} ", 10_000)), TooLong),
        new("B14b", "100 fragments of one name", () => Payload.Of("{...F} " + Repeat("fragment F on Query{viewer{kind}} ", 100)), Invalid),
        new("B15", "10,000 unused fragments",
            () => Payload.Of("{viewer{kind}} " + Each(10_000, "fragment F# on Query{viewer{kind}} ")), TooLong),
        new("B15b", "100 unused fragments", () => Payload.Of("{viewer{kind}} " + Each(100, "fragment F# on Query{viewer{kind}} ")), Invalid),
        new("B17", "10,000 variables", () => Payload.Of($"query({Each(10_000, "$v#:Int ")}){{viewer{{kind}}}}"), Refused(ErrorCodes.LimitVariables)),
        new("B17b", "50 unused variables of long names",
            () => Payload.Of($"query({Each(50, $"${new string('v', 900)}#:Int ")}){{viewer{{kind}}}}"), Invalid),
        new("B17c", "50 required variables of long names without values",
            () => Payload.Of($"query({Each(50, $"${new string('v', 900)}#:Int! ")}){{{Each(50, $"a#:qualifications(first:${new string('v', 900)}#){{totalCount}} ")}}}"),
            Refused(ErrorCodes.InputCoercionFailed)),
        new("B18", "30,000 directives nobody knows", () => Payload.Of($"{{viewer{Repeat("@aa", 30_000)}{{kind}}}}"), Refused(ErrorCodes.LimitDirectives)),
        new("B18b", "4 such directives in each of 10 places", () => Payload.Of($"{{{Each(10, "a#:viewer@aa@ab@ac@ad{kind} ")}}}"), Invalid),
        new("B20", "5,000 misspelt fields", () => Payload.Of($"{{{Each(5_000, "learnr# ")}}}"), Refused(ErrorCodes.LimitFields)),
        new("B20b", "5 misspelt fields of 900 letters, and 15 more", () => Payload.Of($"{{{Each(5, new string('x', 900) + "# ")}{Each(15, "learnr# ")}}}"), Invalid),
        new("B20c", "arguments, types and enum values of 900 letters",
            () => Payload.Of($"query($v:{new string('t', 900)}){{qualifications({Each(4, new string('a', 900) + "#:1 ")}){{...on {new string('c', 900)}{{id}} {new string('f', 900)}(x:{new string('e', 900)})}}}}"),
            Invalid),
        new("B21", "names that are nearly right", () => Payload.Of("{__schema{directive}}"), Invalid),
        new("B21b", "a root field that is nearly right", () => Payload.Of("{learne}"), Invalid),
        new("B23", "introspection in circles, 12 levels",
            () => Payload.Of($"{{__schema{{types{{{Nested("fields{type{", 12, "name", "}}")}}}}}}}"), Refused(ErrorCodes.LimitDepth)),
        new("B23b", "introspection in circles, no deeper than allowed",
            () => Payload.Of($"{{__schema{{types{{{Nested("fields{type{", 4, "name", "}}")}}}}}}}"), Refused(ErrorCodes.LimitIntrospectionDepth)),
        new("B24", "ofType, 500 levels", () => Payload.Of($"{{__type(name:\"Query\"){{fields{{type{Nested("{ofType", 500, "{name}", "}")}}}}}}}"), Refused(ErrorCodes.LimitParserDepth)),
        new("B24b", "ofType, 30 levels", () => Payload.Of($"{{__type(name:\"Query\"){{fields{{type{Nested("{ofType", 30, "{name}", "}")}}}}}}}"), Refused(ErrorCodes.LimitDepth)),
    ];

    private static string Overlapping(int outer, int inner) =>
        $"{{{Repeat($"...on Query{{{Number}{{{Repeat("...on Qualification{id} ", inner)}}}}} ", outer)}}}";

    private static string Cycle(int fragments) =>
        "{...F0} " + Each(fragments - 1, "fragment F# on Query{...F~} ") + $"fragment F{fragments - 1} on Query{{...F0}}";
}
