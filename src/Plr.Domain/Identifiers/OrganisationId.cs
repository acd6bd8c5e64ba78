namespace Plr.Domain.Identifiers;

/// <summary>An organisation's key in this record: its recognition number, else its UKPRN, else a slug of its name.</summary>
/// <remarks>
/// The register gives awarding organisations a recognition number and no UKPRN, UKRLP gives providers a UKPRN: neither names them all.
/// Opaque, at most <see cref="MaxLength"/> characters. <c>default</c> is no organisation.
/// </remarks>
/// <param name="Value">The key.</param>
public readonly record struct OrganisationId(string Value)
{
    /// <summary>The longest key.</summary>
    public const int MaxLength = 80;

    /// <summary>The key.</summary>
    public override string ToString() => Value;
}
