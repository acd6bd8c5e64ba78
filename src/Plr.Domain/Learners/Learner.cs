using Plr.Domain.Identifiers;

namespace Plr.Domain.Learners;

/// <summary>A learner in the register: what deciding about access needs, and nothing personal besides the number.</summary>
public sealed class Learner
{
    /// <summary>The number the record is kept under.</summary>
    public required Uln Uln { get; init; }
    /// <summary>Older numbers that were merged into this one; may be empty.</summary>
    public IReadOnlyList<Uln> LinkedUlns { get; init; } = [];
    /// <summary>Whether the learner shares.</summary>
    public required PrivacyNotice PrivacyNotice { get; init; }
    /// <summary>When the learner was registered, UTC.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }
    /// <summary>Who registered the learner; null for the service itself.</summary>
    public OrganisationId? RegisteredBy { get; init; }
    /// <summary>Counts changes, from 1: a writer names the version it read.</summary>
    public int Version { get; init; } = 1;
}
