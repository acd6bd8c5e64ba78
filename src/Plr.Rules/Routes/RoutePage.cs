namespace Plr.Rules.Routes;

/// <summary>A page of the ranking of all qualifications: fewest remaining credits first, then most saved, then by number.</summary>
/// <param name="Items">The routes of the page.</param>
/// <param name="HasNextPage">Whether more follow.</param>
/// <param name="RulesVersion">The publication the rules come from.</param>
/// <param name="AsOf">The date that ages were measured at.</param>
/// <param name="IsWhatIf">Whether units that are not on the record were counted in.</param>
public sealed record RoutePage(IReadOnlyList<RouteItem> Items, bool HasNextPage, string RulesVersion, DateOnly AsOf, bool IsWhatIf);
