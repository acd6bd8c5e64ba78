using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;

namespace Plr.Domain.Permissions;

/// <summary>To whom a grant is made.</summary>
public abstract record Grantee
{
    private Grantee()
    {
        // Closed: the three below are all there are.
    }

    /// <summary>One organisation.</summary>
    /// <param name="Id">Which.</param>
    public sealed record ToOrganisation(OrganisationId Id) : Grantee;

    /// <summary>Every participating organisation of a kind.</summary>
    /// <param name="Kind">Which kind.</param>
    public sealed record ToCategory(OrganisationKind Kind) : Grantee;

    /// <summary>A person the learner trusts.</summary>
    /// <param name="Subject">The person's subject at sign-in, opaque.</param>
    /// <param name="Name">How the learner calls the person.</param>
    public sealed record ToPerson(string Subject, string Name) : Grantee;
}
