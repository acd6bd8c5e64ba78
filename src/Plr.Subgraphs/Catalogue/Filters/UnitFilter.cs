using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Catalogue.Filters;

/// <summary><c>input UnitFilter</c>. All that is given must hold.</summary>
/// <param name="Keyword">Words that the title or number holds.</param>
/// <param name="Level">Its level.</param>
/// <param name="Owner">Its owner, by recognition number.</param>
public sealed record UnitFilter(string? Keyword, QualificationLevel? Level, string? Owner);
