using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Organisations;

/// <summary>Table <c>organisations</c>.</summary>
internal sealed record OrganisationRow
{
    public required OrganisationId Id { get; init; }
    public required string Name { get; init; }
    public string? LegalName { get; init; }
    public string? Acronym { get; init; }
    public Ukprn? Ukprn { get; init; }
    public string? RecognitionNumber { get; init; }
    public required string[] Kinds { get; init; }
}

/// <summary>Maps <see cref="OrganisationRow"/>.</summary>
internal sealed class OrganisationMapping : IEntityTypeConfiguration<OrganisationRow>
{
    public void Configure(EntityTypeBuilder<OrganisationRow> builder)
    {
        builder.ToTable("organisations").HasKey(row => row.Id);
        builder.HasIndex(row => row.Ukprn).IsUnique();
        builder.HasIndex(row => row.RecognitionNumber).IsUnique();
    }
}
