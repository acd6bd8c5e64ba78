namespace Plr.Domain.Combination;

/// <summary>A unit that a published rule lists without its unit number, as far as the source could be read.</summary>
/// <param name="AwardingOrganisationCode">The awarding organisation's own code ("SHC 21"); null if not shown.</param>
/// <param name="Title">The title; null if not shown.</param>
/// <param name="Credits">The credit value; null if not shown.</param>
/// <param name="Level">Entry 1 = -2 to Level 8 = 8; null if not shown.</param>
public sealed record UnidentifiedUnit(string? AwardingOrganisationCode, string? Title, int? Credits, int? Level);
