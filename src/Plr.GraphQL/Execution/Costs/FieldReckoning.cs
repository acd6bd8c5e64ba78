namespace Plr.GraphQL.Execution.Costs;

// What one request makes of a field's cost.
internal readonly record struct FieldReckoning(
    long OwnCost, // One resolution with its arguments, in thousandths; never below 0.
    long? Size, // The items of its lists, or of those that it sizes; null when nothing is known.
    bool IsRefused, // An argument is refused, so that the field is an error and gives nothing.
    bool LacksSlicing); // Not exactly one slicing argument is given, and one must be.
