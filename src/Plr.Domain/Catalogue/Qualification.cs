using System.Collections.Immutable;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;

namespace Plr.Domain.Catalogue;

/// <summary>A regulated qualification.</summary>
public sealed class Qualification
{
    /// <summary>Its number in the register, or a local number of series 000 where the source published none.</summary>
    public required QualificationNumber Number { get; init; }
    /// <summary>Its title in English.</summary>
    public required string Title { get; init; }
    /// <summary>Its title in Welsh; null where there is none.</summary>
    public string? WelshTitle { get; init; }
    /// <summary>Who awards it.</summary>
    public required OrganisationId AwardingOrganisation { get; init; }
    /// <summary>Its framework.</summary>
    public required Framework Framework { get; init; }
    /// <summary>Its type, by the register's name, such as <c>Vocationally-Related Qualification</c>.</summary>
    public required string Type { get; init; }
    /// <summary>Its level.</summary>
    public required QualificationLevel Level { get; init; }
    /// <summary>Its sector subject area; null where the source published none.</summary>
    public SectorSubjectArea? SectorSubjectArea { get; init; }
    /// <summary>Credits that complete it; null where the source published none.</summary>
    public int? TotalCredits { get; init; }
    /// <summary>Guided learning hours; null where the source published none.</summary>
    public HoursRange? GuidedLearningHours { get; init; }
    /// <summary>Total qualification time in hours; null where the source published none.</summary>
    public int? TotalQualificationTime { get; init; }
    /// <summary>Where it is offered; empty where the source published none.</summary>
    public ImmutableArray<Nation> OfferedIn { get; init; } = [];
    /// <summary>First day of operation; null where the source published none.</summary>
    public DateOnly? OperationalStart { get; init; }
    /// <summary>Last day on which learners start; null while it is open.</summary>
    public DateOnly? OperationalEnd { get; init; }
    /// <summary>Last day on which certificates are issued; null while it is open.</summary>
    public DateOnly? CertificationEnd { get; init; }
    /// <summary>When the regulator reviews it; null where the source published none.</summary>
    public DateOnly? ReviewDate { get; init; }
    /// <summary>Languages of assessment.</summary>
    public ImmutableArray<Language> LanguagesOfAssessment { get; init; } = [Language.English];
    /// <summary>What it is for; null where the source published none.</summary>
    public string? Purpose { get; init; }
    /// <summary>What it takes to begin; null where the source published none.</summary>
    public string? EntryRequirements { get; init; }
    /// <summary>What it leads to; null where the source published none.</summary>
    public string? Progression { get; init; }
    /// <summary>Where it stands with its regulator.</summary>
    public required RegulatoryStatus RegulatoryStatus { get; init; }

    /// <summary>Which units make it up; null where no rule is published.</summary>
    public RuleOfCombination? RuleOfCombination { get; init; }

    /// <summary>Its size by credits; null without credits.</summary>
    public QualificationSize? Size => TotalCredits switch
    {
        null or < 1 => null,
        <= 12 => QualificationSize.Award,
        <= 36 => QualificationSize.Certificate,
        _ => QualificationSize.Diploma,
    };
}
