namespace Plr.Domain.Catalogue;

/// <summary>A range of guided learning hours.</summary>
/// <param name="Minimum">Hours, inclusive.</param>
/// <param name="Maximum">Hours, inclusive; never below <paramref name="Minimum"/>.</param>
public sealed record HoursRange(int Minimum, int Maximum);
