using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;

namespace Plr.Host.SignIn;

/// <summary>Whom a genuine token names. Whether the organisation is known is settled against the catalogue later.</summary>
public abstract record TokenHolder
{
    private TokenHolder()
    {
        // Closed: the kinds below are all there are.
    }

    /// <summary>A learner.</summary>
    /// <param name="Uln">The learner's own number.</param>
    public sealed record Learner(Uln Uln) : TokenHolder;

    /// <summary>Someone who acts for a learner.</summary>
    /// <param name="Subject">The person's subject: <c>act.sub</c> of RFC 8693.</param>
    public sealed record Delegate(string Subject) : TokenHolder;

    /// <summary>A member of an organisation.</summary>
    /// <param name="Ukprn">The organisation's number.</param>
    /// <param name="Kind">As what it asks.</param>
    /// <param name="Person">The person's name; null where the token gives none.</param>
    public sealed record Member(Ukprn Ukprn, OrganisationKind Kind, string? Person) : TokenHolder;

    /// <summary>An operator of the service.</summary>
    /// <param name="Person">The person's name; null where the token gives none.</param>
    public sealed record Operator(string? Person) : TokenHolder;

    /// <summary>A regulator of qualifications.</summary>
    /// <param name="Person">The person's name; null where the token gives none.</param>
    public sealed record Regulator(string? Person) : TokenHolder;
}
