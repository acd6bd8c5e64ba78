namespace Plr.Domain.Identifiers;

/// <summary>A permission grant's key.</summary>
/// <param name="Value">Random, made when the grant is.</param>
public readonly record struct GrantId(Guid Value);
