using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;

namespace Plr.Domain.Achievements;

/// <summary>One recorded achievement, at its latest version. Its awarding organisation owns it; the record holds a copy.</summary>
public abstract class Achievement
{
    private protected Achievement()
    {
        // Closed: units, qualifications and wider achievements are all there are.
    }

    /// <summary>Its key, the same over all versions.</summary>
    public required AchievementId Id { get; init; }
    /// <summary>Whose.</summary>
    public required Uln Learner { get; init; }
    /// <summary>The day of the award.</summary>
    public required DateOnly AwardedOn { get; init; }
    /// <summary>Who awarded it.</summary>
    public required OrganisationId AwardingOrganisation { get; init; }
    /// <summary>Where it was learned; null where none is recorded.</summary>
    public OrganisationId? Provider { get; init; }
    /// <summary>The grade as awarded; null where none is recorded.</summary>
    public string? Grade { get; init; }
    /// <summary>The language of assessment; null where none is recorded.</summary>
    public Language? LanguageOfAssessment { get; init; }
    /// <summary>Where it stands.</summary>
    public required AchievementStatus Status { get; init; }
    /// <summary>Where it came from.</summary>
    public required AchievementSource Source { get; init; }
    /// <summary>Whether the learner has challenged it and the challenge is open.</summary>
    public bool UnderChallenge { get; init; }
    /// <summary>Counts its versions, from 1.</summary>
    public required int Version { get; init; }
    /// <summary>When this version was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
