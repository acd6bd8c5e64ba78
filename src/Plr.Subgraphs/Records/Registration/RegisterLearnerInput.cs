using Plr.Domain.Catalogue;
using Plr.Domain.Learners;

namespace Plr.Subgraphs.Records.Registration;

/// <summary><c>input RegisterLearnerInput</c>.</summary>
/// <param name="Given">Given name.</param>
/// <param name="Family">Family name.</param>
/// <param name="Preferred">Preferred given name; null for the same.</param>
/// <param name="DateOfBirth">Date of birth.</param>
/// <param name="Gender">As the register codes it.</param>
/// <param name="Postcode">Last known postcode.</param>
/// <param name="Email">E-mail address; null for none.</param>
/// <param name="PreferredLanguage">The language the learner reads.</param>
/// <param name="PrivacyNotice">Whether the learner shares.</param>
public sealed record RegisterLearnerInput(
    string Given,
    string Family,
    string? Preferred,
    DateOnly DateOfBirth,
    Gender Gender,
    string Postcode,
    string? Email,
    Language PreferredLanguage,
    PrivacyNotice PrivacyNotice);
