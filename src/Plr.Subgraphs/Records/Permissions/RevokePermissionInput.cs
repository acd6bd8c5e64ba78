namespace Plr.Subgraphs.Records.Permissions;

/// <summary><c>input RevokePermissionInput</c>.</summary>
/// <param name="Id">The grant's identifier.</param>
public sealed record RevokePermissionInput(string Id);
