namespace Plr.GraphQL.Execution.Planning;

internal enum FieldKind
{
    // The name of the object's type: known when planned.
    TypeName,

    // Read and written in one step.
    PureLeaf,

    // Read at no cost, completed like a resolved value.
    PureRead,

    // A resolver once per parent.
    Single,

    // A resolver once for all parents.
    Batch,
}
