using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Catalogue;

/// <summary>Table <c>units</c>.</summary>
internal sealed record UnitRow
{
    public required UnitNumber Number { get; init; }
    public string? Title { get; init; }
    public string? WelshTitle { get; init; }
    public QualificationLevel? Level { get; init; }
    public int? CreditValue { get; init; }
    public int? GuidedLearningHours { get; init; }
    public OrganisationId? Owner { get; init; }
    public UnitAvailability Availability { get; init; }
    /// <summary>Codes of the list <c>sector-subject-area</c>.</summary>
    public string[] SectorSubjectAreas { get; init; } = [];
    public string[] EquivalentUnits { get; init; } = [];
    public DateOnly? WithdrawnOn { get; init; }
}

/// <summary>Maps <see cref="UnitRow"/>.</summary>
internal sealed class UnitMapping : IEntityTypeConfiguration<UnitRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> builder) => builder.ToTable("units").HasKey(row => row.Number);
}
