using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;
using Plr.Storage.Learners;

namespace Plr.Storage.Permissions;

/// <summary>Table <c>disclosures</c>: who read what, when and why. Only ever inserted.</summary>
internal sealed class DisclosureRow
{
    public required Uln Uln { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid Id { get; init; }
    public OrganisationId? Organisation { get; init; }
    public string? Person { get; init; }
    public required string[] Scopes { get; init; }
    public required AccessBasis Basis { get; init; }
    public GrantId? GrantId { get; init; }
    public string? Operation { get; init; }
    public string? Purpose { get; init; }
}

/// <summary>Maps <see cref="DisclosureRow"/>. The key is the order in which the learner reads them, backwards.</summary>
internal sealed class DisclosureMapping : IEntityTypeConfiguration<DisclosureRow>
{
    public void Configure(EntityTypeBuilder<DisclosureRow> builder)
    {
        builder.ToTable("disclosures").HasKey(row => new { row.Uln, row.At, row.Id });
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.Uln).OnDelete(DeleteBehavior.Restrict);
    }
}
