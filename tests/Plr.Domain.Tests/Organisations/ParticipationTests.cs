using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;

namespace Plr.Domain.Tests.Organisations;

public sealed class ParticipationTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly AgreementKind[] Common = [AgreementKind.SecurityPolicy, AgreementKind.DataManagement, AgreementKind.PlrServiceCharter];

    [Theory]
    [InlineData(OrganisationKind.CareersAdviser)]
    [InlineData(OrganisationKind.Employer)]
    [InlineData(OrganisationKind.ThirdParty)]
    public void Everyone_signs_three_documents(OrganisationKind kind) => Assert.True(Of([kind], Common).Participates);

    [Fact]
    public void An_awarding_organisation_signs_its_agreement_as_well() =>
        Assert.Equal([AgreementKind.AwardingOrganisationAgreement], Of([OrganisationKind.AwardingOrganisation], Common).Missing.ToArray());

    [Fact]
    public void A_learning_provider_signs_two_more() =>
        Assert.Equal([AgreementKind.LearningProviderAgreement, AgreementKind.MiapServiceCharter], Of([OrganisationKind.LearningProvider], Common).Missing.ToArray());

    [Fact]
    public void A_regulator_needs_none() => Assert.True(Of([OrganisationKind.Regulator], []).Participates);

    [Fact]
    public void An_agreement_holds_from_the_day_it_is_signed_until_the_day_before_it_ends()
    {
        var agreement = new Agreement(AgreementKind.SecurityPolicy, Today, Today.AddDays(1));
        Assert.Equal([false, true, false], new[] { -1, 0, 1 }.Select(days => agreement.InForce(Today.AddDays(days))));
    }

    private static Participation Of(OrganisationKind[] kinds, AgreementKind[] signed) => Participation.Of(
        new Organisation
        {
            Id = new OrganisationId("x"), Name = "x", Kinds = [.. kinds], Agreements = [.. signed.Select(kind => new Agreement(kind, new DateOnly(2020, 1, 1), null))],
        },
        Today);
}
