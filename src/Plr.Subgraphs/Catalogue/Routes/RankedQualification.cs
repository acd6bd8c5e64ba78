using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Catalogue.Routes;

/// <summary>A qualification at its place in a ranking.</summary>
/// <param name="Qualification">The qualification.</param>
/// <param name="RemainingCredits">The fewest credits that would complete it.</param>
/// <param name="CreditsSaved">How many fewer that is than with nothing achieved.</param>
/// <param name="IsLowerBound">Whether more credits may remain, since the rule needs more work than a ranking may spend.</param>
/// <param name="Cursor">Its place, opaque.</param>
internal sealed record RankedQualification(Qualification Qualification, int RemainingCredits, int CreditsSaved, bool IsLowerBound, string Cursor);
