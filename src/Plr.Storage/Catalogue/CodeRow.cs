using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;

namespace Plr.Storage.Catalogue;

/// <summary>Table <c>codes</c>: an entry of one of the regulator's code lists.</summary>
internal sealed class CodeRow
{
    /// <summary><c>level</c>, <c>type</c>, <c>sector-subject-area</c> or <c>assessment-method</c>.</summary>
    public required string List { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? Parent { get; init; }
    public DateOnly? EndedOn { get; init; }
}

/// <summary>Maps <see cref="CodeRow"/>.</summary>
internal sealed class CodeMapping : IEntityTypeConfiguration<CodeRow>
{
    public void Configure(EntityTypeBuilder<CodeRow> builder) => builder.ToTable("codes").HasKey(row => new { row.List, row.Code });
}
