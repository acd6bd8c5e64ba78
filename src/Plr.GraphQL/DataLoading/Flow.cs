namespace Plr.GraphQL.DataLoading;

// One call of a guard or a resolver, or a part of one, as it goes on. Its counts are the scheduler's to change.
internal sealed class Flow(Flow? parent)
{
    // The call that this is a part of; null for a whole one.
    internal Flow? Parent { get; } = parent;

    // Set once it has begun and did not end at once.
    internal Task? Task { get; set; }

    // How many values loaders owe it, its parts included.
    internal int Waits { get; set; }

    // Above 0 while it begins its parts or asks for several keys: it waits for loaders only once it has begun or asked for all.
    internal int Beginnings { get; set; }
}
