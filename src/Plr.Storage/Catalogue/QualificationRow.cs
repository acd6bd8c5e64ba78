using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Storage.Organisations;

namespace Plr.Storage.Catalogue;

/// <summary>Table <c>qualifications</c>.</summary>
internal sealed record QualificationRow
{
    public required QualificationNumber Number { get; init; }
    public required string Title { get; init; }
    public string? WelshTitle { get; init; }
    public required OrganisationId AwardingOrganisation { get; init; }
    public required Framework Framework { get; init; }
    public required string Type { get; init; }
    public required QualificationLevel Level { get; init; }
    /// <summary>A code of the list <c>sector-subject-area</c>.</summary>
    public string? SectorSubjectArea { get; init; }
    public int? TotalCredits { get; init; }
    public int? MinimumGuidedLearningHours { get; init; }
    public int? MaximumGuidedLearningHours { get; init; }
    public int? TotalQualificationTime { get; init; }
    public string[] OfferedIn { get; init; } = [];
    public DateOnly? OperationalStart { get; init; }
    public DateOnly? OperationalEnd { get; init; }
    public DateOnly? CertificationEnd { get; init; }
    public DateOnly? ReviewDate { get; init; }
    public string[] LanguagesOfAssessment { get; init; } = [nameof(Language.English)];
    public string? Purpose { get; init; }
    public string? EntryRequirements { get; init; }
    public string? Progression { get; init; }
    public required RegulatoryStatus RegulatoryStatus { get; init; }
}

/// <summary>Maps <see cref="QualificationRow"/>.</summary>
internal sealed class QualificationMapping : IEntityTypeConfiguration<QualificationRow>
{
    public void Configure(EntityTypeBuilder<QualificationRow> builder)
    {
        builder.ToTable("qualifications").HasKey(row => row.Number);
        builder.HasOne<OrganisationRow>().WithMany().HasForeignKey(row => row.AwardingOrganisation).OnDelete(DeleteBehavior.Restrict);
    }
}
