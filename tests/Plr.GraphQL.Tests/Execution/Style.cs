namespace Plr.GraphQL.Tests.Execution;

// How the fields of the cases' schema are bound. The response must not depend on it.
public enum Style
{
    Pure,
    Single,
    SingleAsync,
    Batch,
    BatchAsync,
    Loader,
}
