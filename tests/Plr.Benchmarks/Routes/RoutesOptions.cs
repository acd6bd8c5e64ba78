namespace Plr.Benchmarks.Routes;

/// <summary>How routes through the graph are measured.</summary>
internal sealed record RoutesOptions(int Rounds, TimeSpan RunTime, int Connections, int Learners, FileInfo? Catalogue);
