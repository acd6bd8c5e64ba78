using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Storage.Learners;

namespace Plr.Storage.Permissions;

/// <summary>Table <c>permission_grants</c>. Exactly one of organisation, category and subject is set.</summary>
internal sealed class PermissionGrantRow
{
    public required Uln Uln { get; init; }
    public required GrantId Id { get; init; }
    public OrganisationId? GranteeOrganisation { get; init; }
    public OrganisationKind? GranteeCategory { get; init; }
    public string? GranteeSubject { get; init; }
    public string? GranteeName { get; init; }
    public required string[] Scopes { get; init; }
    public required GrantEffect Effect { get; init; }
    public required string Purpose { get; init; }
    public required DateTimeOffset ValidFrom { get; init; }
    public DateTimeOffset? ValidUntil { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
    public required DateTimeOffset GrantedAt { get; init; }
    public bool MayDelegate { get; init; }
}

/// <summary>Maps <see cref="PermissionGrantRow"/>.</summary>
internal sealed class PermissionGrantMapping : IEntityTypeConfiguration<PermissionGrantRow>
{
    public void Configure(EntityTypeBuilder<PermissionGrantRow> builder)
    {
        builder.ToTable("permission_grants", table =>
        {
            table.HasCheckConstraint("one_grantee", "num_nonnulls(grantee_organisation, grantee_category, grantee_subject) = 1");
            table.HasCheckConstraint("some_scope", "cardinality(scopes) > 0");
            table.HasCheckConstraint("ends_after_it_begins", "valid_until > valid_from");
        }).HasKey(row => new { row.Uln, row.Id });
        builder.Property(row => row.Purpose).HasMaxLength(Purpose.MaxLength);
        builder.HasIndex(row => row.Id).IsUnique();
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.Uln).OnDelete(DeleteBehavior.Restrict);
    }
}
