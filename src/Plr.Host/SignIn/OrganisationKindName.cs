using Plr.Domain.Organisations;

namespace Plr.Host.SignIn;

/// <summary>How a kind of organisation is spelt in tokens and on the command line.</summary>
/// <remarks>Written <c>careers-adviser</c>; <c>CAREERS_ADVISER</c>, as the graph spells it, is read too.</remarks>
public static class OrganisationKindName
{
    private static readonly (string Name, OrganisationKind Kind)[] Names =
    [
        ("learning-provider", OrganisationKind.LearningProvider),
        ("careers-adviser", OrganisationKind.CareersAdviser),
        ("awarding-organisation", OrganisationKind.AwardingOrganisation),
        ("employer", OrganisationKind.Employer),
        ("third-party", OrganisationKind.ThirdParty),
        ("regulator", OrganisationKind.Regulator),
    ];

    /// <summary>All of them, for a message.</summary>
    public static string All { get; } = string.Join(", ", Names.Select(row => row.Name));

    /// <summary>The kind's name.</summary>
    public static string Of(OrganisationKind kind) => Names.First(row => row.Kind == kind).Name;

    /// <summary>Reads either spelling; null for neither.</summary>
    public static OrganisationKind? Read(string text)
    {
        var spelt = text.Replace('_', '-');
        foreach (var (name, kind) in Names)
        {
            if (string.Equals(name, spelt, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }
}
