namespace Plr.Domain.Identifiers;

/// <summary>A saved route query's key.</summary>
/// <param name="Value">Made when the query is saved.</param>
public readonly record struct RouteQueryId(Guid Value);
