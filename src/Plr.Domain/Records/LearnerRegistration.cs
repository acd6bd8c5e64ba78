using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;

namespace Plr.Domain.Records;

/// <summary>What registering a learner takes; every part was parsed before.</summary>
/// <param name="Name">The name.</param>
/// <param name="DateOfBirth">An age of 13 to 110 years.</param>
/// <param name="Gender">As the register codes it.</param>
/// <param name="Postcode">Last known postcode, canonical.</param>
/// <param name="Email">E-mail address; null for none.</param>
/// <param name="PreferredLanguage">The language the learner reads.</param>
/// <param name="PrivacyNotice">Whether the learner shares.</param>
/// <param name="RegisteredBy">Who registers.</param>
public sealed record LearnerRegistration(
    PersonName Name,
    DateOnly DateOfBirth,
    Gender Gender,
    string Postcode,
    string? Email,
    Language PreferredLanguage,
    PrivacyNotice PrivacyNotice,
    OrganisationId? RegisteredBy);
