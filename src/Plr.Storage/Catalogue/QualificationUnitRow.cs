using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Catalogue;

/// <summary>Table <c>qualification_units</c>: which units the register links to a qualification, without saying in which group.</summary>
internal sealed class QualificationUnitRow
{
    public required QualificationNumber QualificationNumber { get; init; }
    public required UnitNumber UnitNumber { get; init; }
}

/// <summary>Maps <see cref="QualificationUnitRow"/>.</summary>
internal sealed class QualificationUnitMapping : IEntityTypeConfiguration<QualificationUnitRow>
{
    public void Configure(EntityTypeBuilder<QualificationUnitRow> builder)
    {
        builder.ToTable("qualification_units").HasKey(row => new { row.QualificationNumber, row.UnitNumber });
        builder.HasOne<QualificationRow>().WithMany().HasForeignKey(row => row.QualificationNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<UnitRow>().WithMany().HasForeignKey(row => row.UnitNumber).OnDelete(DeleteBehavior.Restrict);
    }
}
