namespace Plr.Domain.Catalogue;

/// <summary>One of the 15 first-tier or 50 second-tier sector subject areas.</summary>
/// <param name="Code">Such as <c>01</c> or <c>01.3</c>.</param>
/// <param name="Name">The register's name.</param>
public sealed record SectorSubjectArea(string Code, string Name);
