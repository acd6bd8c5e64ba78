using Plr.Domain.Identifiers;

namespace Plr.Storage.Seeding;

/// <summary>Which synthetic learners are made.</summary>
/// <param name="Learners">How many, 1 to <see cref="MaxLearners"/>.</param>
/// <param name="Achievements">Units each of them has achieved, 0 to <see cref="MaxAchievements"/>; fewer where an area of the catalogue has not so many.</param>
/// <param name="Seed">The same seed makes the same learners on the same catalogue, and fewer learners are the first of more.</param>
/// <param name="ConsentingPercent">How many of a hundred permit the adviser to see identity, qualification achievements and routes, 0 to 100.</param>
/// <param name="Adviser">Whom they permit; null for the first participating careers adviser of the catalogue.</param>
public sealed record SeedOptions(int Learners, int Achievements, int Seed, int ConsentingPercent, OrganisationId? Adviser = null)
{
    /// <summary>The most learners of one run.</summary>
    public const int MaxLearners = 5_000_000;

    /// <summary>The most achievements of one learner.</summary>
    public const int MaxAchievements = 500;
}
