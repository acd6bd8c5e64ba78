using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;

namespace Plr.Storage.Learners;

/// <summary>Table <c>learner_identities</c>: scope IDENTITY.</summary>
internal sealed class LearnerIdentityRow
{
    public required Uln Uln { get; init; }
    public required string GivenName { get; set; }
    public required string FamilyName { get; set; }
    public string? PreferredName { get; set; }
    public required DateOnly DateOfBirth { get; set; }
    public required Gender Gender { get; set; }
}

/// <summary>Maps <see cref="LearnerIdentityRow"/>. The index finds a learner registered twice.</summary>
internal sealed class LearnerIdentityMapping : IEntityTypeConfiguration<LearnerIdentityRow>
{
    public void Configure(EntityTypeBuilder<LearnerIdentityRow> builder)
    {
        builder.ToTable("learner_identities").HasKey(row => row.Uln);
        builder.Property(row => row.GivenName).HasMaxLength(PersonName.MaxLength);
        builder.Property(row => row.FamilyName).HasMaxLength(PersonName.MaxLength);
        builder.Property(row => row.PreferredName).HasMaxLength(PersonName.MaxLength);
        builder.HasIndex(row => new { row.DateOfBirth, row.FamilyName });
        builder.HasOne<LearnerRow>().WithOne().HasForeignKey<LearnerIdentityRow>(row => row.Uln).OnDelete(DeleteBehavior.Restrict);
    }
}
