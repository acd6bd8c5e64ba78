using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;

namespace Plr.Domain.Learners;

/// <summary>How a learner is reached. Scope CONTACT.</summary>
/// <param name="Uln">Whose.</param>
/// <param name="Email">E-mail address; null when none is held.</param>
/// <param name="Telephone">Telephone number; null when none is held.</param>
/// <param name="Postcode">Last known postcode; null when none is held.</param>
/// <param name="PreferredLanguage">The language the learner reads.</param>
public sealed record ContactDetails(Uln Uln, string? Email, string? Telephone, string? Postcode, Language PreferredLanguage);
