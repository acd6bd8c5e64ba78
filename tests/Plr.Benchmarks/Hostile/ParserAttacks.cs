using Plr.GraphQL;
using Plr.GraphQL.AspNetCore.Http;
using static Plr.Benchmarks.Hostile.Text;
using static Plr.Benchmarks.Hostile.Verdict;

namespace Plr.Benchmarks.Hostile;

/// <summary>Class A: what attacks the parser, and the readers before it.</summary>
internal static class ParserAttacks
{
    private const string Level = "{nodes{awardingOrganisation{qualifications";
    private static readonly Verdict TooLong = Refused(ErrorCodes.LimitDocumentBytes);
    private static readonly Verdict TooDeep = Refused(ErrorCodes.LimitParserDepth);
    private static readonly Verdict NotGraphQL = Refused(ErrorCodes.GraphQLParseFailed);

    // JSON that breaks is the array's too, and a socket whose message is no JSON has nobody to answer.
    private static readonly Verdict NotJson = Refused(HttpErrorCodes.BodyNotJson) with { TakesBatchAlong = true };

    public static IEnumerable<Attack> All { get; } =
    [
        new("A01", "selection sets, 3,300 levels", () => Payload.Of($"{{qualifications{Nested(Level, 1_100, "{totalCount}", "}}}")}}}"), TooDeep),
        new("A02", "list literal, 100,000 levels", () => Payload.Of($"{{nodes(ids:{Nested("[", 100_000, "", "]")}){{id}}}}"), TooDeep),
        new("A02b", "input objects, 10,000 levels", () => Payload.Of($"{{qualifications(filter:{Nested("{a:", 10_000, "1", "}")}){{totalCount}}}}"), TooDeep),
        new("A04", "list type of a variable, 50,000 levels", () => Payload.Of($"query($a:{Nested("[", 50_000, "String", "]")}){{viewer{{kind}}}}"), TooDeep),
        new("A05", "unclosed nesting, 371 KB", () => Payload.Of(Repeat("{viewer{learner{name", 20_000)), TooLong),
        new("A05b", "unclosed nesting, 200 KB", () => Payload.Of(Repeat("{viewer{learner{name", 10_000)), TooDeep),
        new("A05c", "inline fragments in fragments, as deep as 5,000 nodes go", () => Payload.Of(InlineChain()), Answered("\"kind\"")),
        Deep("A07", "representations, 5,000 levels in the variables", 5_000),
        Deep("A07b", "variables, 65 levels", 65),
        new("A08", "5 MB of commas", () => Payload.Of($"{{{new string(',', 5_000_000)}viewer{{kind}}}}"), Refused(HttpErrorCodes.LimitRequestBytes)),
        new("A08b", "250 KB of commas", () => Payload.Of($"{{{new string(',', 250_000)}viewer{{kind}}}}"), Answered("\"kind\"")),
        new("A10", "name of 2,000,000 letters", () => Payload.Of($"{{{new string('n', 2_000_000)}}}"), TooLong),
        new("A10b", "name of 200,000 letters", () => Payload.Of($"{{{new string('n', 200_000)}}}"), Refused(ErrorCodes.LimitTokenBytes)),
        new("A11", "integer of 200,000 digits", () => Payload.Of($"{{qualifications(first:{new string('9', 200_000)}){{totalCount}}}}"), Refused(ErrorCodes.LimitTokenBytes)),
        new("A11b", "integer of 200,000 digits in a variable",
            () => Payload.Of("query($n:Int){qualifications(first:$n){totalCount}}", $$"""{"n":{{new string('9', 200_000)}}}"""), Refused(ErrorCodes.InputCoercionFailed)),
        new("A13", "1.2 MB of escaped letters", () => Payload.Of(Keyword(Repeat("\\u0041", 200_000))), TooLong),
        new("A13b", "240 KB of escaped letters", () => Payload.Of(Keyword(Repeat("\\u0041", 40_000))), Answered("\"totalCount\":0")),
        new("A14", "half a surrogate pair in a string", () => Payload.Of("{qualification(number:\"\\uD800\"){id}}"), NotGraphQL),
        new("A14b", "half a surrogate pair in a variable",
            () => Payload.Of("query($n:QualificationNumber!){qualification(number:$n){id}}", """{"n":"\ud800"}"""), Refused(ErrorCodes.VariablesMalformed)),
        new Attack("A14c", "half a surrogate pair in the JSON of the document", () => Payload.OfJson("""{"query":"{viewer{kind \ud800}}"}"""), Refused(HttpErrorCodes.ParameterMalformed))
            .Over(Transport.WebSocket, Closed(4400)),
        new("A16", "NUL in the document", () => Payload.Of("{viewer{kind\0}}"), NotGraphQL),
        new("A16b", "right-to-left override in the document", () => Payload.Of("{viewer{\u202Ekind}}"), NotGraphQL),
        new("A16c", "byte order mark inside a name", () => Payload.Of("{viewer{ki\uFEFFnd}}"), Refused(ErrorCodes.GraphQLValidationFailed)),
        new Attack("A17", "bytes that are no UTF-8", () => Payload.OfBytes([.. "{\"query\":\"{viewer{kind}} #"u8, 0xC3, 0x28, .. "\"}"u8]), NotJson)
            .Over(Transport.Batch, Refused(HttpErrorCodes.BodyNotJson))
            .Over(Transport.WebSocket, Closed(1007, 4400, Verdict.Cut)),
        new("A19", "20,000 type definitions", () => Payload.Of(Each(20_000, "type T# { a: Int } ")), TooLong),
        new("A19b", "5,000 type definitions", () => Payload.Of(Each(5_000, "type T# { a: Int } ")), NotGraphQL),
        new("A20", "no keyword of an operation", () => Payload.Of("qwerty cop { abc }"), NotGraphQL),
    ];

    // Each fragment nests as deep as the parser follows and then spreads the next; none of it is a level of fields.
    private static string InlineChain() =>
        "{viewer{...F0}} "
        + Each(38, $"fragment F# on Viewer {{ {Nested("...{", 61, "...F~", "}")} }} ")
        + "fragment F38 on Viewer { kind }";

    private static string Keyword(string text) => $"{{qualifications(filter:{{keyword:\"{text}\"}}){{totalCount}}}}";

    private static Attack Deep(string id, string name, int levels) =>
        new Attack(id, name, () => Payload.Of("query($r:String){viewer{kind}}", $"{{\"r\":{Nested("{\"a\":", levels, "1", "}")}}}"),
            Refused(HttpErrorCodes.LimitJsonDepth) with { TakesBatchAlong = true })
            .Over(Transport.WebSocket, Closed(4400));
}
