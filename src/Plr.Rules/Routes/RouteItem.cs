namespace Plr.Rules.Routes;

/// <summary>One qualification in a ranking.</summary>
/// <param name="Qualification">Its number.</param>
/// <param name="RemainingCredits">The least credits still to be achieved; exact.</param>
/// <param name="CreditsSaved">How much less that is than from scratch: what the achievements are worth here.</param>
/// <param name="CreditsFromScratch">Credits with nothing achieved; null if it can only be met with what was achieved.</param>
/// <param name="Cursor">Names this place for <c>after</c>; stable while record and catalogue are.</param>
public sealed record RouteItem(string Qualification, int RemainingCredits, int CreditsSaved, int? CreditsFromScratch, string Cursor);
