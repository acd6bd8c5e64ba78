using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;

namespace Plr.Storage.Organisations;

/// <summary>Table <c>agreements</c>: documents that organisations signed.</summary>
internal sealed class AgreementRow
{
    public required OrganisationId OrganisationId { get; init; }
    public required AgreementKind Kind { get; init; }
    public required DateOnly SignedOn { get; init; }
    public DateOnly? EndedOn { get; init; }
}

/// <summary>Maps <see cref="AgreementRow"/>.</summary>
internal sealed class AgreementMapping : IEntityTypeConfiguration<AgreementRow>
{
    public void Configure(EntityTypeBuilder<AgreementRow> builder)
    {
        builder.ToTable("agreements").HasKey(row => new { row.OrganisationId, row.Kind, row.SignedOn });
        builder.HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
