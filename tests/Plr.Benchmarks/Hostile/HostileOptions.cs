namespace Plr.Benchmarks.Hostile;

/// <param name="Times">How often each attack is sent over each transport.</param>
/// <param name="Settle">How long after the last attack the memory is looked at.</param>
internal sealed record HostileOptions(int Times, TimeSpan Settle, string Urls);
