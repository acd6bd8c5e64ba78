using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Records.Achievements;

/// <summary>The credits achieved at a level: the values of <c>type LevelCredits</c>.</summary>
/// <param name="Level">The level; null for units whose level is not published.</param>
/// <param name="Credits">The credits.</param>
public sealed record LevelCredits(QualificationLevel? Level, int Credits);
