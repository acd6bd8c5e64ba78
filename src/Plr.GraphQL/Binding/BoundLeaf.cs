namespace Plr.GraphQL.Binding;

// A pure leaf joined to the scalar that writes it: read and written in one step, without a box.
internal abstract class BoundLeaf
{
    // What was written before Null or NullItem is to be cut back by the caller.
    internal abstract LeafOutcome Write(object parent, ResponseWriter writer, out int nullItem);
}
