namespace Plr.Domain.Learners;

/// <summary>Whether the learner has seen the privacy notice, and shares.</summary>
/// <remarks>The register's AbilityToShare: 0, 1, 2. Sharing needs <see cref="SeenShares"/>; without it no grant helps.</remarks>
public enum PrivacyNotice
{
    /// <summary>Not seen: nothing is shared.</summary>
    NotSeen = 0,
    /// <summary>Seen, and the learner shares.</summary>
    SeenShares = 1,
    /// <summary>Seen, and the learner does not share.</summary>
    SeenDoesNotShare = 2,
}
