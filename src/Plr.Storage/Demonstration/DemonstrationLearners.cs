using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Storage.Learners;

namespace Plr.Storage.Demonstration;

/// <summary>The eight learners: registration, identity, contact.</summary>
internal static class DemonstrationLearners
{
    /// <summary>Rows of four tables.</summary>
    public static IEnumerable<object> Rows() =>
    [
        .. Learner(People.Amina, "Amina", "Khan", new DateOnly(2007, 3, 14), Gender.Female, "TN1 2AB"),
        .. Learner(People.Ben, "Ben", "Carter", new DateOnly(1994, 11, 2), Gender.Male, "LS1 4DY"),
        .. Learner(People.Chloe, "Chloe", "Osei", new DateOnly(1999, 7, 21), Gender.Female, "M1 1AE"),
        .. Learner(People.Dev, "Dev", "Patel", new DateOnly(2001, 1, 30), Gender.Male, "LE1 5WW", PrivacyNotice.SeenDoesNotShare),
        .. Learner(People.Ellie, "Ellie", "Moss", new DateOnly(2008, 9, 5), Gender.Female, "NR2 1TF", PrivacyNotice.NotSeen),
        .. Learner(People.Farid, "Farid", "Nasser", new DateOnly(1988, 5, 17), Gender.Male, "B1 1BB"),
        .. Learner(People.Gwen, "Gwen", "Evans", new DateOnly(2008, 2, 29), Gender.Female, "CF10 1AA", language: Language.Welsh),
        .. Learner(People.Harriet, "Harriet", "Lowe", new DateOnly(1979, 12, 8), Gender.Female, "EX1 1HS", preferred: "Harry"),
        new LinkedUlnRow { Uln = People.Harriet, LinkedUln = People.HarrietBefore },
    ];

    private static IEnumerable<object> Learner(
        Uln uln,
        string given,
        string family,
        DateOnly born,
        Gender gender,
        string postcode,
        PrivacyNotice notice = PrivacyNotice.SeenShares,
        Language language = Language.English,
        string? preferred = null) =>
    [
        new LearnerRow { Uln = uln, PrivacyNotice = notice, RegisteredAt = People.Day(2023, 9, 4), RegisteredBy = People.College },
        new LearnerIdentityRow { Uln = uln, GivenName = given, FamilyName = family, PreferredName = preferred, DateOfBirth = born, Gender = gender },
        new LearnerContactRow
        {
            // Reserved for examples: the domain by RFC 2606, the number by Ofcom.
            Uln = uln,
            Email = $"{given}.{family}@example.org".ToLowerInvariant(),
            Telephone = "07700 900123",
            Postcode = postcode,
            PreferredLanguage = language,
        },
    ];
}
