namespace Plr.GraphQL.Execution.Incremental;

internal enum DeferredState
{
    // The fragment around it comes first.
    Waiting,

    // The client was told to wait for it.
    Pending,

    // It brings nothing of its own, so the client is never told of it.
    Empty,

    // Delivered, or failed, or gone with what it stood in.
    Over,
}
