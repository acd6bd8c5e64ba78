using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Learners;

/// <summary>Table <c>learner_contacts</c>: scope CONTACT.</summary>
internal sealed class LearnerContactRow
{
    public required Uln Uln { get; init; }
    public string? Email { get; set; }
    public string? Telephone { get; set; }
    public string? Postcode { get; set; }
    public required Language PreferredLanguage { get; set; }
}

/// <summary>Maps <see cref="LearnerContactRow"/>.</summary>
internal sealed class LearnerContactMapping : IEntityTypeConfiguration<LearnerContactRow>
{
    public void Configure(EntityTypeBuilder<LearnerContactRow> builder)
    {
        builder.ToTable("learner_contacts").HasKey(row => row.Uln);
        builder.Property(row => row.Email).HasMaxLength(254);
        builder.Property(row => row.Telephone).HasMaxLength(30);
        builder.Property(row => row.Postcode).HasMaxLength(9);
        builder.HasOne<LearnerRow>().WithOne().HasForeignKey<LearnerContactRow>(row => row.Uln).OnDelete(DeleteBehavior.Restrict);
    }
}
