namespace Plr.GraphQL.Binding;

internal enum LeafOutcome
{
    Written,
    Null,

    // A list holds a null; its index is in the out parameter.
    NullItem,
}
