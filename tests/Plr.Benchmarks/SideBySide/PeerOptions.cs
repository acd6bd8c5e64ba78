using Plr.Benchmarks.Comparison;

namespace Plr.Benchmarks.SideBySide;

/// <summary>How the peers are measured.</summary>
/// <param name="Processes">Of each peer, sharing its port: node runs a program on one core.</param>
/// <param name="Target">Where table and picture go.</param>
internal sealed record PeerOptions(Rounds Rounds, int Processes, PeerFolder Folder, DirectoryInfo Target);
