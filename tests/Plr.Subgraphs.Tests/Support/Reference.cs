using Plr.Consent.Viewers;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;

namespace Plr.Subgraphs.Tests.Support;

/// <summary>A small catalogue: one real award, a diploma made for the tests, and the organisations that meet in them.</summary>
internal static class Reference
{
    public static readonly OrganisationId Laser = new("RN5326"), OtherAwarder = new("RN5193"), Careers = new("10000001"), Unsigned = new("10000002"),
        Employer = new("10000003"), College = new("10000004");

    public static readonly Viewer Adviser = As(Careers, OrganisationKind.CareersAdviser);
    public static readonly Viewer UnsignedAdviser = As(Unsigned, OrganisationKind.CareersAdviser);
    public static readonly Viewer Boss = As(Employer, OrganisationKind.Employer);
    public static readonly Viewer Teacher = As(College, OrganisationKind.LearningProvider);
    public static readonly Viewer LaserAwards = As(Laser, OrganisationKind.AwardingOrganisation);
    public static readonly Viewer OtherAwards = As(OtherAwarder, OrganisationKind.AwardingOrganisation);

    public static readonly UnitNumber Planning = UnitNumber.Parse("M/504/7527").Value;
    public static readonly UnitNumber Cooking = UnitNumber.ParseIssued("Y/616/7767").Value, Safety = UnitNumber.ParseIssued("T/616/7761").Value,
        Menus = UnitNumber.ParseIssued("D/616/7768").Value;

    public const string Award = "600/8900/3", Diploma = "603/2658/X", Partial = "601/0000/4", Ruleless = "601/0001/6";

    public static NationalCatalogue Catalogue { get; } = new(
        "test",
        [
            Signed(Laser, "Laser Learning Awards", OrganisationKind.AwardingOrganisation, AgreementKind.AwardingOrganisationAgreement),
            Signed(OtherAwarder, "OCR", OrganisationKind.AwardingOrganisation, AgreementKind.AwardingOrganisationAgreement),
            Signed(Careers, "Bright Paths Careers", OrganisationKind.CareersAdviser),
            new Organisation { Id = Unsigned, Name = "Northgate Careers", Ukprn = Ukprn.Parse("10000002").Value, Kinds = [OrganisationKind.CareersAdviser] },
            Signed(Employer, "Harbour Care", OrganisationKind.Employer),
            Signed(College, "Ashdown College", OrganisationKind.LearningProvider, AgreementKind.LearningProviderAgreement, AgreementKind.MiapServiceCharter),
        ],
        [
            Unit(Planning, "Personal Career Planning", 3, QualificationLevel.Level1),
            Unit(Cooking, "Introduction to the catering and hospitality industry", 3, QualificationLevel.Level2),
            Unit(Safety, "Food safety in the professional kitchen", 3, QualificationLevel.Level2),
            Unit(Menus, "Introduction to menu planning", 4, QualificationLevel.Level3, UnitAvailability.Restricted, OtherAwarder),
        ],
        [
            Qualification(Award, "Award in Personal Career Planning", Laser, QualificationLevel.Level1, 3, new RuleNode.All { Id = "M", Name = "Mandatory", Units = [Planning.Value] }),
            Qualification(Diploma, "Diploma in Culinary Skills", OtherAwarder, QualificationLevel.Level2, 7, new RuleNode.Group
            {
                Id = "R",
                Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = 6 }],
                Nodes =
                [
                    new RuleNode.All { Id = "M", Units = [Cooking.Value] },
                    new RuleNode.Pool { Id = "O", Name = "Optional", Units = [Safety.Value, Menus.Value], Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = 3 }] },
                ],
            }),
            Qualification(Partial, "Certificate with a partial rule", Laser, QualificationLevel.Level1, 20,
                new RuleNode.Pool { Id = "O", Units = [Planning.Value], Unidentified = [new UnidentifiedUnit("X1", "A unit without a number", 4, 1)] },
                new RuleCompleteness.Partial(["three units were cut off"])),
            Qualification(Ruleless, "Certificate without a rule", Laser, QualificationLevel.Level1, null, null),
        ]);

    private static Viewer.OrganisationViewer As(OrganisationId id, OrganisationKind kind) => new(id, kind, "Sam");

    private static Organisation Signed(OrganisationId id, string name, OrganisationKind kind, params AgreementKind[] more) => new()
    {
        Id = id,
        Name = name,
        Ukprn = Ukprn.Parse(id.Value) is { Succeeded: true } ukprn ? ukprn.Value : null,
        RecognitionNumber = id.Value.StartsWith("RN", StringComparison.Ordinal) ? id.Value : null,
        Kinds = [kind],
        Agreements = [.. more.Union([AgreementKind.SecurityPolicy, AgreementKind.DataManagement, AgreementKind.PlrServiceCharter])
            .Select(agreement => new Agreement(agreement, new DateOnly(2020, 1, 1), null))],
    };

    private static Unit Unit(
        UnitNumber number, string title, int credits, QualificationLevel level, UnitAvailability availability = UnitAvailability.Shared, OrganisationId? owner = null) => new()
        {
            Number = number, Title = title, CreditValue = credits, Level = level, Availability = availability, Owner = owner,
        };

    private static Qualification Qualification(
        string number, string title, OrganisationId awarder, QualificationLevel level, int? credits, RuleNode? rule, RuleCompleteness? completeness = null) => new()
        {
            Number = QualificationNumber.ParseIssued(number).Value,
            Title = title,
            AwardingOrganisation = awarder,
            Framework = Framework.Rqf,
            Type = "Vocationally-Related Qualification",
            Level = level,
            TotalCredits = credits,
            RegulatoryStatus = RegulatoryStatus.Demonstration,
            RuleOfCombination = rule is null ? null : new RuleOfCombination { Root = rule, Completeness = completeness ?? new RuleCompleteness.Complete() },
        };
}
