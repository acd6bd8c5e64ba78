using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;
using Plr.Storage.Learners;

namespace Plr.Storage.Achievements;

/// <summary>Table <c>data_challenges</c>: the learner says that an achievement is wrong. Open until resolved.</summary>
internal sealed class DataChallengeRow
{
    public required Uln Uln { get; init; }
    public required Guid Id { get; init; }
    public required AchievementId AchievementId { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public string? Statement { get; init; }
}

/// <summary>Maps <see cref="DataChallengeRow"/>.</summary>
internal sealed class DataChallengeMapping : IEntityTypeConfiguration<DataChallengeRow>
{
    public void Configure(EntityTypeBuilder<DataChallengeRow> builder)
    {
        builder.ToTable("data_challenges").HasKey(row => new { row.Uln, row.Id });
        builder.HasIndex(row => new { row.Uln, row.AchievementId });
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.Uln).OnDelete(DeleteBehavior.Restrict);
    }
}
