namespace Plr.Rules.Evaluation;

/// <summary>Where a learner stands with one group of a rule: what was achieved and counts there, and what is missing.</summary>
/// <param name="Node">The group's label.</param>
/// <param name="Overlay">0 for the root tree, else the number of the overlay, from 1.</param>
/// <param name="IsTaken">Whether the best allocation uses this group; false for a pathway not chosen.</param>
/// <param name="IsMet">Whether what was achieved meets it and everything below.</param>
/// <param name="Credits">Credits achieved that count here or below.</param>
/// <param name="CreditsAtOrAboveLevel">Those at or above <paramref name="Level"/>; null if the rule has no level minimum.</param>
/// <param name="Level">The level of this group's level minimum, or of the whole rule's.</param>
/// <param name="Units">Units achieved that count here or below.</param>
/// <param name="GuidedLearningHours">Their guided learning hours.</param>
/// <param name="Missing">What is missing, bound by bound; empty if met.</param>
public sealed record NodeVerdict(
    string Node,
    int Overlay,
    bool IsTaken,
    bool IsMet,
    int Credits,
    int? CreditsAtOrAboveLevel,
    int? Level,
    int Units,
    int GuidedLearningHours,
    IReadOnlyList<Shortfall> Missing);
