using System.Collections.Immutable;
using Plr.Domain.Identifiers;

namespace Plr.Domain.Organisations;

/// <summary>An organisation that awards, teaches, advises, employs, regulates, or reads with consent.</summary>
public sealed class Organisation
{
    /// <summary>Its key in this record.</summary>
    public required OrganisationId Id { get; init; }
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Its provider reference number; null where the register gives none.</summary>
    public Ukprn? Ukprn { get; init; }
    /// <summary>Awarding organisations: the regulator's recognition number, such as <c>RN5133</c>.</summary>
    public string? RecognitionNumber { get; init; }
    /// <summary>What it is to the record; at least one.</summary>
    public required ImmutableArray<OrganisationKind> Kinds { get; init; }
    /// <summary>Signed documents, in the order signed.</summary>
    public ImmutableArray<Agreement> Agreements { get; init; } = [];
}
