using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Routes;
using Plr.Storage.Learners;

namespace Plr.Storage.Routes;

/// <summary>Table <c>saved_route_queries</c>: questions that learners keep. No answer is ever stored.</summary>
internal sealed class RouteQueryRow
{
    public required Uln Uln { get; init; }
    public required RouteQueryId Id { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public string? Keyword { get; init; }
    public required string[] Levels { get; init; }
    public required string[] Sizes { get; init; }
    public required string[] SectorSubjectAreas { get; init; }
    public Nation? OfferedIn { get; init; }
    public string? AwardingOrganisation { get; init; }
    public required string[] MustContain { get; init; }
    public DateOnly? OperationalOn { get; init; }
    public int? MaxRemainingCredits { get; init; }
    public required string[] Qualifications { get; init; }
    public required string[] WhatIf { get; init; }
}

/// <summary>Maps <see cref="RouteQueryRow"/>. A learner's names are distinct.</summary>
internal sealed class RouteQueryMapping : IEntityTypeConfiguration<RouteQueryRow>
{
    public void Configure(EntityTypeBuilder<RouteQueryRow> builder)
    {
        builder.ToTable("saved_route_queries", table =>
            table.HasCheckConstraint("remaining_credits_not_negative", "max_remaining_credits >= 0")).HasKey(row => new { row.Uln, row.Id });
        builder.Property(row => row.Name).HasMaxLength(SavedRouteQuery.MaxNameLength);
        builder.Property(row => row.Keyword).HasMaxLength(RouteFilter.MaxTextLength);
        builder.Property(row => row.AwardingOrganisation).HasMaxLength(RouteFilter.MaxTextLength);
        builder.HasIndex(row => new { row.Uln, row.Name }).IsUnique();
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.Uln).OnDelete(DeleteBehavior.Restrict);
    }
}
