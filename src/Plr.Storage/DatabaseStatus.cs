namespace Plr.Storage;

/// <summary>What a deployment asks about a database.</summary>
/// <param name="ServerVersion">Such as <c>18.4</c>.</param>
/// <param name="Applied">Migrations that were applied, in order.</param>
/// <param name="Pending">Migrations that this build would apply, in order; empty when the schema is up to date.</param>
/// <param name="Unknown">Migrations applied by a newer build; empty unless the database is ahead of this build.</param>
public sealed record DatabaseStatus(
    string ServerVersion, IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown);
