using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Learners;

/// <summary>Table <c>linked_ulns</c>: an older number that was merged into the learner's present one.</summary>
internal sealed class LinkedUlnRow
{
    public required Uln Uln { get; init; }
    public required Uln LinkedUln { get; init; }
}

/// <summary>Maps <see cref="LinkedUlnRow"/>. An older number leads to one learner only.</summary>
internal sealed class LinkedUlnMapping : IEntityTypeConfiguration<LinkedUlnRow>
{
    public void Configure(EntityTypeBuilder<LinkedUlnRow> builder)
    {
        builder.ToTable("linked_ulns").HasKey(row => new { row.Uln, row.LinkedUln });
        builder.HasIndex(row => row.LinkedUln).IsUnique();
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.Uln).OnDelete(DeleteBehavior.Restrict);
    }
}
