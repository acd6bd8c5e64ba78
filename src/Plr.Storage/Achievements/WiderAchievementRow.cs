using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Storage.Learners;

namespace Plr.Storage.Achievements;

/// <summary>Table <c>wider_achievements</c>: one version of an achievement of scope WIDER_ACHIEVEMENTS. Only ever inserted.</summary>
internal sealed class WiderAchievementRow
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
    public required string Title { get; init; }
    public required WiderAchievementKind Kind { get; init; }
    public string? Level { get; init; }
}

/// <summary>Maps <see cref="WiderAchievementRow"/>.</summary>
internal sealed class WiderAchievementMapping : IEntityTypeConfiguration<WiderAchievementRow>
{
    public void Configure(EntityTypeBuilder<WiderAchievementRow> builder)
    {
        builder.ToTable("wider_achievements").HasKey(row => new { row.Uln, row.Id, row.Version });
        builder.Property(row => row.Grade).HasMaxLength(50);
        builder.HasIndex(row => row.Id);
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.Uln).OnDelete(DeleteBehavior.Restrict);
    }
}
