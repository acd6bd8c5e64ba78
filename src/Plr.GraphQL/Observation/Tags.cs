using Plr.GraphQL.Execution;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Observation;

// What spans and metrics are tagged with. Values come from a closed set, but for names of operations, which OperationNames bounds.
internal static class Tags
{
    internal const string OperationType = "graphql.operation.type";
    internal const string OperationName = "graphql.operation.name";

    // SHA-256 of the document in hexadecimal digits.
    internal const string DocumentHash = "graphql.document.hash";
    internal const string Transport = "graphql.transport";
    internal const string Outcome = "graphql.outcome";
    internal const string ErrorCode = "graphql.error.code";
    internal const string ErrorCount = "graphql.error.count";
    internal const string Limit = "graphql.limit";
    internal const string Enforced = "graphql.limit.enforced";
    internal const string Cache = "graphql.cache";
    internal const string CacheResult = "graphql.cache.result";
    internal const string Loader = "graphql.loader";
    internal const string LoaderKeys = "graphql.loader.keys";
    internal const string Schema = "graphql.schema";

    // As the semantic conventions name it, on spans that failed.
    internal const string ErrorType = "error.type";

    // Outcomes that are no code of an error.
    internal const string Ok = "OK";
    internal const string Partial = "PARTIAL";
    internal const string Cancelled = "CANCELLED";
    private const string Unknown = "unknown";

    internal static string Text(OperationType? operation) => operation switch
    {
        Language.Ast.OperationType.Query => "query",
        Language.Ast.OperationType.Mutation => "mutation",
        Language.Ast.OperationType.Subscription => "subscription",
        _ => Unknown,
    };

    internal static string Text(RequestTransport transport) => transport switch
    {
        RequestTransport.Http => "http",
        RequestTransport.Batch => "batch",
        RequestTransport.Multipart => "multipart",
        RequestTransport.EventStream => "sse",
        RequestTransport.WebSocket => "websocket",
        _ => "direct",
    };

    // Null: the client left before there was a result.
    internal static string OutcomeOf(ExecutionResult? result) => result switch
    {
        null => Cancelled,
        { RequestErrorCode: { } code } => code,
        { ErrorCount: > 0 } => Partial,
        _ => Ok,
    };
}
