namespace Plr.Host.Tests.Commands;

/// <summary>How a command ended and what it printed.</summary>
internal sealed record PlrOutcome(int ExitCode, string Output, string Error);
