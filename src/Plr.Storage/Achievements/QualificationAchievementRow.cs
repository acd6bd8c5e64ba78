using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Storage.Learners;

namespace Plr.Storage.Achievements;

/// <summary>Table <c>qualification_achievements</c>: one version of a unit's or qualification's achievement. Only ever inserted.</summary>
internal sealed class QualificationAchievementRow
{
    public required Uln Uln { get; init; }
    public required AchievementId Id { get; init; }
    public required int Version { get; init; }
    public required DateOnly AwardedOn { get; init; }
    public required OrganisationId AwardingOrganisation { get; init; }
    public OrganisationId? Provider { get; init; }
    public string? Grade { get; init; }
    public Language? LanguageOfAssessment { get; init; }
    public required AchievementStatus Status { get; init; }
    public required AchievementSource Source { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    /// <summary>The number of the unit or the qualification, canonical; the two forms differ.</summary>
    public required string Subject { get; init; }

    /// <summary>How a unit's credit was come by; null for a qualification.</summary>
    public UnitRoute? Route { get; init; }
}

/// <summary>Maps <see cref="QualificationAchievementRow"/>. The unique index is what "the same achievement" means.</summary>
internal sealed class QualificationAchievementMapping : IEntityTypeConfiguration<QualificationAchievementRow>
{
    public void Configure(EntityTypeBuilder<QualificationAchievementRow> builder)
    {
        builder.ToTable("qualification_achievements").HasKey(row => new { row.Uln, row.Id, row.Version });
        builder.Property(row => row.Subject).HasMaxLength(10);
        builder.Property(row => row.Grade).HasMaxLength(50);
        builder.HasIndex(row => new { row.Uln, row.Subject, row.AwardingOrganisation, row.AwardedOn, row.Version }).IsUnique();
        builder.HasIndex(row => row.Id);
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.Uln).OnDelete(DeleteBehavior.Restrict);
    }
}
