using Plr.Domain.Combination;

namespace Plr.Storage.Import;

/// <summary>A unit as a published rule lists it: with a number of the register, or without.</summary>
/// <param name="Key">Its number; null for a unit that the source lists without one.</param>
/// <param name="Unidentified">What is known of it then.</param>
internal sealed record PublishedUnit(UnitKey? Key, UnidentifiedUnit? Unidentified);
