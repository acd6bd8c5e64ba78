namespace Plr.GraphQL.Execution.Stages;

internal enum CompletedKind
{
    Null,
    Object,

    // Its items follow.
    List,
    Error,
}
