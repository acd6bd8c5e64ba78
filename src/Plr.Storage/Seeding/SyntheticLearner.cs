using System.Collections.Frozen;
using System.Globalization;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Storage.Achievements;
using Plr.Storage.Learners;
using Plr.Storage.Permissions;

namespace Plr.Storage.Seeding;

/// <summary>One synthetic learner, as rows. Everything follows from the learner's own random numbers: no clock, no other learner.</summary>
internal sealed class SyntheticLearner
{
    private const int AchievementDays = 2_500;
    private static readonly DateOnly LastAward = new(2025, 8, 31);
    private static readonly DateTimeOffset Registered = new(2018, 9, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly FrozenSet<ConsentScope> Permitted =
        new[] { ConsentScope.Identity, ConsentScope.QualificationAchievements, ConsentScope.Routes }.ToFrozenSet();

    private static readonly string[] GivenNames =
    [
        "Aisha", "Alun", "Beth", "Carys", "Daniel", "Efa", "Fatima", "George", "Hana", "Ibrahim", "Jack", "Kofi", "Lowri", "Mei", "Nia", "Oliver", "Priya", "Rhys",
        "Sofia", "Tomos", "Uzma", "Victor", "Wren", "Yusuf", "Zara",
    ];

    private static readonly string[] FamilyNames =
    [
        "Ahmed", "Baker", "Cohen", "Davies", "Edwards", "Fisher", "Griffiths", "Hughes", "Ito", "Jones", "Kaur", "Lewis", "Morgan", "Novak", "Owen", "Patel", "Quinn",
        "Roberts", "Singh", "Taylor", "Underwood", "Vaughan", "Williams", "Young",
    ];

    private static readonly string[] Postcodes = ["CF10 1AA", "SW1A 1AA", "M1 1AE", "BT1 5GS", "LS1 4DY", "B1 1BB", "NE1 4ST", "LL57 2DG", "SA1 3SN", "PL1 2AA"];
    private readonly Random random;
    private readonly Uln uln;

    /// <summary>The learner of a number.</summary>
    /// <param name="seed">Of this learner alone.</param>
    public SyntheticLearner(Uln uln, int seed, SeedOptions options, OrganisationId? adviser, CatalogueUnits units)
    {
        (this.uln, random) = (uln, new Random(seed));
        var consents = adviser is not null && random.Next(100) < options.ConsentingPercent;
        Learner = new LearnerRow { Uln = uln, PrivacyNotice = Notice(consents), RegisteredAt = Registered.AddDays(random.Next(365)) };
        Identity = MakeIdentity();
        Contact = MakeContact();
        Grant = consents ? MakeGrant(adviser!.Value) : null; // Consents: there is an adviser.
        Achievements = options.Achievements == 0 ? [] : [.. units.Pick(random, options.Achievements).Select(picked => MakeAchievement(picked.Unit, picked.AwardedBy))];
    }

    public LearnerRow Learner { get; }

    public LearnerIdentityRow Identity { get; }

    public LearnerContactRow Contact { get; }

    public PermissionGrantRow? Grant { get; }

    public IReadOnlyList<QualificationAchievementRow> Achievements { get; }

    /// <summary>Who permits has seen the notice and shares; of the others every state is met.</summary>
    private PrivacyNotice Notice(bool consents) => random.Next(10) switch
    {
        _ when consents => PrivacyNotice.SeenShares,
        0 => PrivacyNotice.NotSeen,
        1 => PrivacyNotice.SeenDoesNotShare,
        _ => PrivacyNotice.SeenShares,
    };

    private LearnerIdentityRow MakeIdentity() => new()
    {
        Uln = uln,
        GivenName = Any(GivenNames),
        FamilyName = Any(FamilyNames),
        DateOfBirth = new DateOnly(1960, 1, 1).AddDays(random.Next(365 * 48)),
        Gender = random.Next(2) == 0 ? Gender.Female : Gender.Male,
    };

    private LearnerContactRow MakeContact() => new()
    {
        // Reserved for examples: the domain by RFC 2606, the number by Ofcom.
        Uln = uln,
        Email = string.Create(CultureInfo.InvariantCulture, $"{Identity.GivenName}.{Identity.FamilyName}.{random.Next(1_000)}@example.org").ToLowerInvariant(),
        Telephone = string.Create(CultureInfo.InvariantCulture, $"07700 900{random.Next(1_000):000}"),
        Postcode = Any(Postcodes),
        PreferredLanguage = random.Next(10) == 0 ? Language.Welsh : Language.English,
    };

    private PermissionGrantRow MakeGrant(OrganisationId adviser) => GrantWriter.Row(new PermissionGrant
    {
        Id = new GrantId(Key()),
        Learner = uln,
        Grantee = new Grantee.ToOrganisation(adviser),
        Scopes = Permitted,
        Effect = GrantEffect.Allow,
        Purpose = "careers advice",
        ValidFrom = Learner.RegisteredAt,
        GrantedAt = Learner.RegisteredAt,
    });

    private QualificationAchievementRow MakeAchievement(UnitNumber unit, OrganisationId awardedBy)
    {
        var awarded = LastAward.AddDays(-random.Next(AchievementDays));
        return new QualificationAchievementRow
        {
            Uln = uln,
            Id = new AchievementId(Key()),
            Version = 1,
            AwardedOn = awarded,
            AwardingOrganisation = awardedBy,
            Grade = random.Next(4) == 0 ? "Merit" : "Pass",
            LanguageOfAssessment = random.Next(20) == 0 ? Language.Welsh : Language.English,
            Status = random.Next(50) == 0 ? AchievementStatus.Provisional : AchievementStatus.Final,
            Source = AchievementSource.AwardingOrganisation,
            RecordedAt = new DateTimeOffset(awarded, new TimeOnly(17, 0), TimeSpan.Zero).AddDays(1),
            Subject = unit.Value,
            Route = random.Next(20) switch { 0 => UnitRoute.CreditTransfer, 1 => UnitRoute.RecognitionOfPriorLearning, < 10 => UnitRoute.QualityReviewer, _ => UnitRoute.DirectClaim },
        };
    }

    private Guid Key()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private string Any(string[] from) => from[random.Next(from.Length)];
}
