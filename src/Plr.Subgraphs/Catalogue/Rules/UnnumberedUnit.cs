using Plr.Domain.Catalogue;
using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>A unit that was published without a number: the values of <c>type UnidentifiedUnit</c>.</summary>
/// <param name="AwardingOrganisationCode">The awarding organisation's own code; null if not shown.</param>
/// <param name="Title">Its title; null if not shown.</param>
/// <param name="Credits">Its credits; null if not shown.</param>
/// <param name="Level">Its level; null if not shown.</param>
public sealed record UnnumberedUnit(string? AwardingOrganisationCode, string? Title, int? Credits, QualificationLevel? Level)
{
    internal static UnnumberedUnit Of(UnidentifiedUnit unit) => new(
        unit.AwardingOrganisationCode, unit.Title, unit.Credits, unit.Level is { } rank ? QualificationLevelOrder.OfRank(rank) : null);
}
