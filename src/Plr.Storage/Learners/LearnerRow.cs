using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;

namespace Plr.Storage.Learners;

/// <summary>Table <c>learners</c>: that a learner is registered, and whether the learner shares. Nothing else personal.</summary>
internal sealed class LearnerRow
{
    public required Uln Uln { get; init; }
    public required PrivacyNotice PrivacyNotice { get; set; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public OrganisationId? RegisteredBy { get; init; }
    public int Version { get; set; } = 1;
}

/// <summary>Maps <see cref="LearnerRow"/>.</summary>
internal sealed class LearnerMapping : IEntityTypeConfiguration<LearnerRow>
{
    public void Configure(EntityTypeBuilder<LearnerRow> builder)
    {
        builder.ToTable("learners").HasKey(row => row.Uln);
        builder.Property(row => row.Uln).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
