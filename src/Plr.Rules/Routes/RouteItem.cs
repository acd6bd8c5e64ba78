using System.Globalization;

namespace Plr.Rules.Routes;

/// <summary>One qualification in a ranking.</summary>
/// <param name="Qualification">Its number.</param>
/// <param name="RemainingCredits">The least credits still to be achieved; exact unless <paramref name="IsLowerBound"/>.</param>
/// <param name="CreditsSaved">How much less that is than from scratch: what the achievements are worth here.</param>
/// <param name="CreditsFromScratch">Credits with nothing achieved; null if it can only be met with what was achieved.</param>
/// <param name="IsLowerBound">Whether the work allowed did not suffice (<c>RULE_TOO_COMPLEX</c>): more may remain, less can not.</param>
public sealed record RouteItem(string Qualification, int RemainingCredits, int CreditsSaved, int? CreditsFromScratch, bool IsLowerBound)
{
    /// <summary>Names this place for <c>after</c>; stable while record and catalogue are.</summary>
    public string Cursor => string.Create(CultureInfo.InvariantCulture, $"{RemainingCredits}:{CreditsSaved}:{Qualification}");
}
