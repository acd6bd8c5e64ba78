namespace Plr.Benchmarks.Hostile;

/// <summary>One row that is about a protocol itself, so that it has its own way of being sent.</summary>
/// <param name="RunAsync">Attacks once; null when all was as it must be, else what was not.</param>
internal sealed record ProtocolAttack(string Id, string Name, string Expected, Func<Uri, CancellationToken, Task<string?>> RunAsync);
