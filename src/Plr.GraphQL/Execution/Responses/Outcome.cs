namespace Plr.GraphQL.Execution.Responses;

internal enum Outcome
{
    Written,

    // Null without an error of its own; what was written is to be cut back.
    Null,

    // Null because of an error that is collected; what was written is to be cut back.
    Failed,
}
