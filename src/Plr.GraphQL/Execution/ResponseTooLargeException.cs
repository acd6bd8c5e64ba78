namespace Plr.GraphQL.Execution;

// Leaves the writer from whatever depth; the executor answers with LIMIT_RESPONSE_BYTES.
#pragma warning disable CA1064, CA1032 // Never leaves the engine.
internal sealed class ResponseTooLargeException : Exception;
#pragma warning restore CA1064, CA1032
