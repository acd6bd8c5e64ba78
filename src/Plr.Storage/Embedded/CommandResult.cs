namespace Plr.Storage.Embedded;

/// <summary>How a program ended: its exit code and everything it printed.</summary>
internal readonly record struct CommandResult(int ExitCode, string Output)
{
    /// <summary>Whether the program said that it succeeded.</summary>
    public bool Succeeded => ExitCode == 0;
}
