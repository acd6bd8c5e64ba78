namespace Plr.Benchmarks.Comparison;

/// <summary>A server and what it is asked.</summary>
/// <param name="Process">Whose processor time and memory are measured, where it is one process.</param>
internal sealed record Target(string Name, Uri Address, ServedProcess? Process, string? Token, IReadOnlyList<byte[]> Bodies);
