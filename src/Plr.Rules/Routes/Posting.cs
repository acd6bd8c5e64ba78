namespace Plr.Rules.Routes;

/// <summary>A unit in a qualification's rule: what it alone is worth there.</summary>
/// <param name="Qualification">The qualification's place in the index.</param>
/// <param name="Bit">The unit's first bit in the plan; -1 if the qualification has no plan, -2 if the unit has several bits.</param>
/// <param name="Alone">Remaining credits when this unit alone is achieved; <see cref="RouteIndex.Unknown"/> if not computed.</param>
internal readonly record struct Posting(int Qualification, short Bit, int Alone);
