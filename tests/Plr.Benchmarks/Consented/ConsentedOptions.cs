namespace Plr.Benchmarks.Consented;

/// <summary>How the consented graph is measured.</summary>
internal sealed record ConsentedOptions(int Rounds, TimeSpan RunTime, int Connections, int Learners);
