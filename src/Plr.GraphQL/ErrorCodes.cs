namespace Plr.GraphQL;

/// <summary>Every code the engine itself gives. A code is never renamed or reused.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL: a token or the grammar is broken at the location. Whoever wrote the document can fix it.</summary>
    public const string GraphQLParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document is GraphQL but does not fit the schema. Whoever wrote the document can fix it.</summary>
    public const string GraphQLValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>Introspection is switched off on this service. Its operator can switch it on, or hand out the schema.</summary>
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";

    /// <summary>The schema breaks a rule of the type system; the message names the schema coordinate. Whoever wrote the schema can fix it.</summary>
    public const string SchemaInvalid = "SCHEMA_INVALID";

    /// <summary>The document is longer than the server reads. The client can send a shorter one, or use a persisted operation.</summary>
    public const string LimitDocumentBytes = "LIMIT_DOCUMENT_BYTES";

    /// <summary>The document has more tokens than the server reads. The client can split it.</summary>
    public const string LimitTokens = "LIMIT_TOKENS";

    /// <summary>The document makes more syntax nodes than the server keeps. The client can split it.</summary>
    public const string LimitNodes = "LIMIT_NODES";

    /// <summary>Braces or brackets nest deeper than the parser follows. The client can flatten the document.</summary>
    public const string LimitParserDepth = "LIMIT_PARSER_DEPTH";

    /// <summary>The document writes more fields than the server reads. The client can split it.</summary>
    public const string LimitFields = "LIMIT_FIELDS";

    /// <summary>One place carries more directives than the server reads. The client can remove some.</summary>
    public const string LimitDirectives = "LIMIT_DIRECTIVES";

    /// <summary>The document has more operations than the server reads. The client can send them apart.</summary>
    public const string LimitOperations = "LIMIT_OPERATIONS";

    /// <summary>The document has more fragments than the server reads. The client can split it.</summary>
    public const string LimitFragments = "LIMIT_FRAGMENTS";

    /// <summary>One operation declares more variables than the server reads. The client can use an input object.</summary>
    public const string LimitVariables = "LIMIT_VARIABLES";

    /// <summary>One name or number is longer than the server reads. The client can shorten it.</summary>
    public const string LimitTokenBytes = "LIMIT_TOKEN_BYTES";

    /// <summary>Fields nest deeper than the server executes, fragments counted where they are spread. The client can ask for less at once.</summary>
    public const string LimitDepth = "LIMIT_DEPTH";

    /// <summary>More aliased fields than the server executes, fragments counted where they are spread. The client can ask for less at once.</summary>
    public const string LimitAliases = "LIMIT_ALIASES";

    /// <summary>More fields than the server executes, fragments counted where they are spread. The client can ask for less at once.</summary>
    public const string LimitExpandedFields = "LIMIT_EXPANDED_FIELDS";

    /// <summary>Fragments are spread more often than the server follows, counted where they are spread. The client can ask for less at once.</summary>
    public const string LimitFragmentVisits = "LIMIT_FRAGMENT_VISITS";

    /// <summary>Introspection nests lists deeper than the server answers. The client can use the standard introspection query.</summary>
    public const string LimitIntrospectionDepth = "LIMIT_INTROSPECTION_DEPTH";

    /// <summary>Comparing fields of the same response name took more steps than the server spends. The client can use fewer repeated fields.</summary>
    public const string LimitOverlappingFields = "LIMIT_OVERLAPPING_FIELDS";

    /// <summary>A variable or an argument has a value that its type refuses; the path or the message names it. The client can fix the value.</summary>
    public const string InputCoercionFailed = "INPUT_COERCION_FAILED";

    /// <summary>A resolver gave a value that the field's type can not hold. Whoever wrote the resolver can fix it.</summary>
    public const string ResultCoercionFailed = "RESULT_COERCION_FAILED";

    /// <summary>A non-null position came out null. Whoever wrote the resolver can fix it.</summary>
    public const string NonNullViolated = "NON_NULL_VIOLATED";

    /// <summary>A bug, or something the server leans on failed. It is logged under the request id of the error; nothing more is told.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>The variables are not one JSON object without duplicate keys. The client can fix them.</summary>
    public const string VariablesMalformed = "VARIABLES_MALFORMED";

    /// <summary>The document is none that this service trusts, and it executes no other. Its operator can add it to the manifest.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>No document is registered under this hash, or no longer. The client sends the document with its hash once.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>This service keeps no documents by their hash. The client sends its documents.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The hash that came with a document is not its SHA-256. The client hashes the very bytes it sends, in lower-case hexadecimal.</summary>
    public const string PersistedQueryHashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>The document has several operations and none was named, or none has that name. The client can name one.</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>This kind of operation may not run here: a mutation by GET, or a subscription over what gives one answer. The client can use
    /// another transport.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>The variables are longer than the server reads. The client can split its input.</summary>
    public const string LimitVariablesBytes = "LIMIT_VARIABLES_BYTES";

    /// <summary>The variables hold more values than the server reads. The client can split its input.</summary>
    public const string LimitInputNodes = "LIMIT_INPUT_NODES";

    /// <summary>A list in the input has more items than the server reads. The client can split it.</summary>
    public const string LimitInputList = "LIMIT_INPUT_LIST";

    /// <summary>A list of objects came out longer than <c>@listSize</c> promises, so it is not given: what an operation costs would be more than was
    /// reckoned. Who runs the server can shorten the list, or raise the size in the schema.</summary>
    public const string LimitListSize = "LIMIT_LIST_SIZE";

    /// <summary>The response would be longer than the server sends. The client can ask for less at once.</summary>
    public const string LimitResponseBytes = "LIMIT_RESPONSE_BYTES";

    /// <summary>There were more errors than the server tells; the message says how many are left out.</summary>
    public const string LimitErrors = "LIMIT_ERRORS";

    /// <summary>The server executes as many requests as it can. The client can try again shortly.</summary>
    public const string LimitConcurrentExecutions = "LIMIT_CONCURRENT_EXECUTIONS";

    /// <summary>The operation has more <c>@defer</c> and <c>@stream</c> than the server follows, fragments counted where they are spread. The
    /// client can defer less.</summary>
    public const string LimitIncrementalParts = "LIMIT_INCREMENTAL_PARTS";

    /// <summary>More objects and lists of one response are deferred or streamed than the server keeps. The client can ask for less at once, or
    /// defer further up.</summary>
    public const string LimitPendingResults = "LIMIT_PENDING_RESULTS";

    /// <summary>The server keeps as many subscriptions open as it can. The client can try again later.</summary>
    public const string LimitSubscriptions = "LIMIT_SUBSCRIPTIONS";

    /// <summary>The operation may cost more than the server spends on one, its fields multiplied by the page sizes asked for; the header
    /// <c>GraphQL-Cost: validate</c> tells how much. The client can ask for smaller pages or fewer fields.</summary>
    public const string CostLimitExceeded = "COST_LIMIT_EXCEEDED";

    /// <summary>The client has spent its budget: what is left is less than the operation may cost. The client can wait as long as
    /// <c>Retry-After</c> says, or ask for less.</summary>
    public const string CostBudgetExhausted = "COST_BUDGET_EXHAUSTED";

    /// <summary>A list needs exactly one of its slicing arguments, such as <c>first</c>; the message names them. The client can give one.</summary>
    public const string SlicingArgumentRequired = "SLICING_ARGUMENT_REQUIRED";

    /// <summary>The operation took longer than it may. The client can ask for less at once, or try again.</summary>
    public const string ExecutionTimeout = "EXECUTION_TIMEOUT";

    /// <summary>A cursor is none that this server gave for this connection. The client can begin again without it.</summary>
    public const string CursorInvalid = "CURSOR_INVALID";

    /// <summary><c>first</c> is below 0 or above the largest page. The client can ask for a page in range.</summary>
    public const string FirstOutOfRange = "FIRST_OUT_OF_RANGE";

    /// <summary><c>last</c> is below 0 or above the largest page. The client can ask for a page in range.</summary>
    public const string LastOutOfRange = "LAST_OUT_OF_RANGE";

    /// <summary><c>first</c> and <c>last</c> were both given. The client can choose one.</summary>
    public const string FirstAndLastGiven = "FIRST_AND_LAST_GIVEN";
}
