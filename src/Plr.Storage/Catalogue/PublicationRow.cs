using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;

namespace Plr.Storage.Catalogue;

/// <summary>Table <c>catalogue_publications</c>: each change of the catalogue; the last is the one in force.</summary>
internal sealed class PublicationRow
{
    public int Id { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string Origin { get; init; }
}

/// <summary>Maps <see cref="PublicationRow"/>.</summary>
internal sealed class PublicationMapping : IEntityTypeConfiguration<PublicationRow>
{
    public void Configure(EntityTypeBuilder<PublicationRow> builder) => builder.ToTable("catalogue_publications").HasKey(row => row.Id);
}
