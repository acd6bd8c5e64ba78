using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Catalogue;

/// <summary>Table <c>rules</c>: a qualification's rule of combination as a tree in <c>jsonb</c>.</summary>
internal sealed class RuleRow
{
    public required QualificationNumber QualificationNumber { get; init; }
    /// <summary>Written and read by <see cref="RuleJson"/>.</summary>
    public required string Rule { get; init; }
}

/// <summary>Maps <see cref="RuleRow"/>.</summary>
internal sealed class RuleMapping : IEntityTypeConfiguration<RuleRow>
{
    public void Configure(EntityTypeBuilder<RuleRow> builder)
    {
        builder.ToTable("rules").HasKey(row => row.QualificationNumber);
        builder.Property(row => row.Rule).HasColumnType("jsonb");
        builder.HasOne<QualificationRow>().WithOne().HasForeignKey<RuleRow>(row => row.QualificationNumber).OnDelete(DeleteBehavior.Restrict);
    }
}
