using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;

namespace Plr.Domain.Routes;

/// <summary>Which routes to achievement to rank. All that is given must hold; null leaves it open, and so does an empty list.</summary>
/// <param name="Keyword">Words that the title or number holds, at most <see cref="MaxTextLength"/> characters.</param>
/// <param name="Levels">One of these levels.</param>
/// <param name="Sizes">One of these sizes by credits.</param>
/// <param name="SectorSubjectAreas">One of these areas by code; a first-tier code takes the whole area.</param>
/// <param name="OfferedIn">A nation it is offered in.</param>
/// <param name="AwardingOrganisation">Its awarding organisation, by recognition number.</param>
/// <param name="MustContain">Units that its rule lists, all of them.</param>
/// <param name="OperationalOn">A day on which learners can start it; an unpublished end of the period leaves that end open.</param>
/// <param name="MaxRemainingCredits">No more than so many credits remain, 0 or more.</param>
/// <param name="Qualifications">One of these qualifications.</param>
public sealed record RouteFilter(
    string? Keyword = null,
    IReadOnlyList<QualificationLevel>? Levels = null,
    IReadOnlyList<QualificationSize>? Sizes = null,
    IReadOnlyList<string>? SectorSubjectAreas = null,
    Nation? OfferedIn = null,
    string? AwardingOrganisation = null,
    IReadOnlyList<UnitNumber>? MustContain = null,
    DateOnly? OperationalOn = null,
    int? MaxRemainingCredits = null,
    IReadOnlyList<QualificationNumber>? Qualifications = null)
{
    /// <summary>The most entries a list of the filter takes.</summary>
    public const int MaxListLength = 100;

    /// <summary>The longest text of the filter in characters.</summary>
    public const int MaxTextLength = 200;
}
