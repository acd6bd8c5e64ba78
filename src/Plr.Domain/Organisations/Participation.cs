using System.Collections.Immutable;

namespace Plr.Domain.Organisations;

/// <summary>What an organisation's agreements let it do, and what is missing.</summary>
/// <param name="Participates">Whether every document that its kinds need is in force.</param>
/// <param name="Missing">The documents it would have to sign; empty when it participates.</param>
public sealed record Participation(bool Participates, ImmutableArray<AgreementKind> Missing)
{
    private static readonly ImmutableArray<AgreementKind> Everyone =
        [AgreementKind.SecurityPolicy, AgreementKind.DataManagement, AgreementKind.PlrServiceCharter];

    /// <summary>Judges an organisation on a day.</summary>
    /// <remarks>
    /// Everyone signs the security policy, data management and the PLR service charter; an awarding organisation its agreement as well, a
    /// learning provider the provider agreement and the MIAP charter. A regulator publishes and reads no records: it needs none.
    /// Source: miap.gov.uk, PLR Agreements; which kinds other than these two sign which is our reading.
    /// </remarks>
    public static Participation Of(Organisation organisation, DateOnly day)
    {
        if (organisation.Kinds is [OrganisationKind.Regulator])
        {
            return new Participation(true, []);
        }

        IEnumerable<AgreementKind> needed = Everyone;
        if (organisation.Kinds.Contains(OrganisationKind.AwardingOrganisation))
        {
            needed = needed.Append(AgreementKind.AwardingOrganisationAgreement);
        }

        if (organisation.Kinds.Contains(OrganisationKind.LearningProvider))
        {
            needed = needed.Append(AgreementKind.LearningProviderAgreement).Append(AgreementKind.MiapServiceCharter);
        }

        ImmutableArray<AgreementKind> missing =
            [.. needed.Where(kind => !organisation.Agreements.Any(agreement => agreement.Kind == kind && agreement.InForce(day))).Order()];
        return new Participation(missing.IsEmpty, missing);
    }
}
