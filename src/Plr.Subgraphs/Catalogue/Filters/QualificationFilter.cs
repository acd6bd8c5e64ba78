using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Catalogue.Filters;

/// <summary><c>input QualificationFilter</c>. All that is given must hold.</summary>
/// <param name="Keyword">Words that the title or number holds.</param>
/// <param name="Level">Its level.</param>
/// <param name="Type">Its type by the register's name, whatever its case.</param>
/// <param name="Size">Its size by credits.</param>
/// <param name="SectorSubjectArea">Its area by code, or the first-tier area it is in.</param>
/// <param name="AwardingOrganisation">Its awarding organisation, by recognition number.</param>
/// <param name="HasRuleOfCombination">Whether its rule is published.</param>
public sealed record QualificationFilter(
    string? Keyword,
    QualificationLevel? Level,
    string? Type,
    QualificationSize? Size,
    string? SectorSubjectArea,
    string? AwardingOrganisation,
    bool? HasRuleOfCombination);
