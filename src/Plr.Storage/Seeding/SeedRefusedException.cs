namespace Plr.Storage.Seeding;

/// <summary>The learners asked for can not be made on this database.</summary>
/// <param name="reason">Why, and the remedy: lower case, no full stop.</param>
public sealed class SeedRefusedException(string reason) : Exception(reason);
