using Plr.GraphQL;
using Plr.GraphQL.AspNetCore.Http;
using static Plr.Benchmarks.Hostile.Text;
using static Plr.Benchmarks.Hostile.Verdict;

namespace Plr.Benchmarks.Hostile;

/// <summary>Class C, and what of class D is said in a request's JSON: what attacks the execution, or whoever reads the request twice.</summary>
internal static class CostAttacks
{
    private const string Search = "qualifications(filter:{keyword:$k}){totalCount nodes{id}}";
    private static readonly Verdict TooDear = Refused(ErrorCodes.CostLimitExceeded);
    private static readonly Verdict Invalid = Refused(ErrorCodes.GraphQLValidationFailed);
    private static readonly Verdict NothingFound = Answered("\"totalCount\":0");

    public static IEnumerable<Attack> All { get; } =
    [
        new("C01", "qualifications of the organisations of qualifications, four times",
            () => Payload.Of($"{{{Nested("qualifications(first:100){nodes{awardingOrganisation{", 4, "id", "}}}")}}}"), TooDear),
        new("C02", "a page of 99,999,999", () => Payload.Of("{qualifications(first:99999999){nodes{id}}}"), TooDear),
        new("C02b", "a page of 101", () => Payload.Of("{qualifications(first:101){nodes{id}}}"), Refused(ErrorCodes.FirstOutOfRange) with { Holds = "\"path\":[\"qualifications\"]" }),
        new("C04", "no page size", () => Payload.Of("{qualifications{nodes{id}}}"), Answered("\"nodes\"")),
        new("C05", "a page of 99,999,999 in a variable",
            () => Payload.Of("query($n:Int){qualifications(first:$n){nodes{id}}}", """{"n":99999999}"""), TooDear),
        new("C08", "200 aliases of one search",
            () => Payload.Of($"query($k:String){{{Each(200, $"a#:{Search} ")}}}", """{"k":"a%"}"""), Refused(ErrorCodes.LimitAliases)),
        new("C08b", "50 aliases of one search, at their largest",
            () => Payload.Of($"query($k:String){{{Each(50, "a#:qualifications(first:100,filter:{keyword:$k}){edges{cursor node{id title(language:WELSH) awardingOrganisation{id qualifications(first:100){totalCount nodes{id}}}}}} ")}}}", """{"k":"a"}"""),
            TooDear),
        new("C11", "a regular expression that runs for ever", () => Payload.Of("{qualifications(filter:{titleMatches:\"(a+)+$\"}){totalCount}}"), Invalid),
        Searched("C11b", "a regular expression as a keyword", "(a+)+$"),
        new("C13", "sorting by what is hidden", () => Payload.Of("{learner(uln:\"9000000075\"){achievements(orderBy:\"disabilityCode\"){totalCount}}}"), Invalid),
        Searched("C13b", "wildcards as a keyword", "%%%%%"),
        Searched("C14", "SQL as a keyword", "' or 1=1--"),
        Searched("C14b", "dollar quotes and a backslash", "$$\\\\"),
        new("C14c", "SQL as a number", () => Payload.Of("{qualification(number:\"600/8900/3'; drop table x--\"){id}}"), Refused("QUALIFICATION_NUMBER_MALFORMED")),
        new("C17", "200 deferred fragments", () => Payload.Of($"{{viewer{{{Each(200, "...@defer{kind} ")}}}}}"), Refused(ErrorCodes.LimitDirectives)),
        new("C17b", "40 deferred fragments", () => Payload.Of($"{{viewer{{{Each(40, "...@defer{kind} ")}}}}}"), Invalid),
        new("C20", "a list of 10,001 numbers",
            () => Payload.Of("query($u:[UnitNumber!]!){routesFrom(units:$u){rulesVersion}}", $"{{\"u\":[{string.Join(',', Enumerable.Repeat("\"M/504/7527\"", 10_001))}]}}"),
            Refused(ErrorCodes.LimitInputList)),
        new("C20b", "30,001 values in the variables, none of them asked for",
            () => Payload.Of("query($n:Int){qualifications(first:$n){totalCount}}", $"{{\"n\":1,\"x\":[{string.Join(',', Enumerable.Repeat("0", 30_001))}]}}"),
            Refused(ErrorCodes.LimitInputNodes)),
        new("C21", "a mutation without a token",
            () => Payload.Of("mutation{revokePermission(input:{id:\"x\"}){__typename}}"), Refused("SIGN_IN_REQUIRED") with { Holds = "\"path\":[\"revokePermission\"]" }),
        Json("D15", "the document twice in the JSON", """{"query":"{viewer{kind}}","query":"mutation{x}"}""", HttpErrorCodes.JsonKeyDuplicate),
        Json("D15b", "a variable twice in the JSON", """{"query":"query($n:Int){qualifications(first:$n){totalCount}}","variables":{"n":1,"n":99999999}}""", ErrorCodes.VariablesMalformed, closesSocket: false),
        Json("D15c", "a key twice, once written with an escape", """{"query":"{viewer{kind}}","qu\u0065ry":"mutation{x}"}""", HttpErrorCodes.JsonKeyDuplicate),
        new("D16", "the name of an operation that is not there", () => Payload.Of("query A{viewer{kind}} query B{viewer{kind}}") with { OperationName = "C" }, Refused(ErrorCodes.OperationNotFound)),
        new("D16b", "two operations and no name", () => Payload.Of("query A{viewer{kind}} query B{viewer{kind}}"), Refused(ErrorCodes.OperationNotFound)),
        Json("D16c", "variables that are a number", """{"query":"{viewer{kind}}","variables":7}""", HttpErrorCodes.ParameterMalformed),
        Json("D16d", "extensions of 200 KB", $$$"""{"query":"{viewer{kind}}","extensions":{"x":"{{{new string('x', 200_000)}}}"}}""", code: null),
        new Attack("D22", "an operation name with a line break", () => Payload.Of("query A{viewer{kind}}") with { OperationName = "x\r\n2026-01-01 INFO admin login ok" }, Refused(HttpErrorCodes.ParameterMalformed))
            .Over(Transport.WebSocket, Closed(4400)),
        new Attack("D22b", "an operation name of 100,000 letters", () => Payload.Of("query A{viewer{kind}}") with { OperationName = new string('n', 100_000) }, Refused(HttpErrorCodes.ParameterMalformed))
            .Over(Transport.WebSocket, Closed(4400)),
    ];

    private static Attack Searched(string id, string name, string keyword) =>
        new(id, name, () => Payload.Of($"query($k:String){{{Search}}}", $"{{\"k\":\"{keyword}\"}}"), NothingFound);

    // What is no request closes a socket: its message has nobody to answer.
    private static Attack Json(string id, string name, string json, string? code, bool closesSocket = true)
    {
        var attack = new Attack(id, name, () => Payload.OfJson(json), code is null ? Answered("\"kind\"") : Refused(code));
        return code is not null && closesSocket ? attack.Over(Transport.WebSocket, Closed(4400)) : attack;
    }
}
