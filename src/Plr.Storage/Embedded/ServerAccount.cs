using System.Security.Cryptography;
using System.Text;

namespace Plr.Storage.Embedded;

/// <summary>The account PostgreSQL runs under: our own, unless we are root, whom PostgreSQL refuses.</summary>
/// <remarks>
/// As root the server runs as the existing account <c>postgres</c>, else <c>nobody</c>, which owns the data and nothing else. That
/// account must reach both binaries and data: when a directory on the way is closed to others (a checkout under a private home),
/// everything moves to <c>/var/lib/plr-graph/NAME</c>, NAME being a digest of the directory it stands for.
/// </remarks>
internal sealed class ServerAccount
{
    private const string OpenPlace = "/var/lib/plr-graph";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly string[] Candidates = ["postgres", "nobody"];
    private readonly string? name;

    private ServerAccount(string? name) => this.name = name;

    /// <summary>Whether programs run as somebody other than us.</summary>
    public bool IsOther => name is not null;

    /// <summary>Chooses the account for this process.</summary>
    public static ServerAccount Choose()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new ServerAccount(null);
        }

        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        return new ServerAccount(Candidates.FirstOrDefault(known.Contains) ?? throw new EmbeddedDatabaseException(
            "PostgreSQL refuses to run as root, and there is no account `postgres` or `nobody` to run it; start as an ordinary user"));
    }

    /// <summary>The directory to use in place of the one asked for: the same, unless the account could not reach it.</summary>
    public string Reachable(string directory)
    {
        var full = Path.GetFullPath(directory);
        return IsOther && !OperatingSystem.IsWindows() && ClosedAncestor(full) is not null
            ? Path.Combine(OpenPlace, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..12])
            : full;
    }

    /// <summary>Runs a program of PostgreSQL under the account.</summary>
    public CommandResult Run(string program, params string[] arguments)
    {
        if (name is null)
        {
            return Command.Run(program, arguments, Limit);
        }

        if (Command.Find("runuser") is { } runuser)
        {
            return Command.Run(runuser, ["-u", name, "--", program, .. arguments], Limit);
        }

        if (Command.Find("setpriv") is { } setpriv)
        {
            return Command.Run(setpriv, [$"--reuid={name}", "--clear-groups", "--", program, .. arguments], Limit);
        }

        var su = Command.Find("su") ?? throw new EmbeddedDatabaseException(
            "PostgreSQL refuses to run as root, and none of `runuser`, `setpriv`, `su` is here; start as an ordinary user");
        return Command.Run(su, ["-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", program, .. arguments], Limit);
    }

    /// <summary>Gives a file or directory to the account.</summary>
    public void Own(string path)
    {
        if (name is not null)
        {
            Must(Command.Run("chown", ["-R", name, path], Limit), path);
        }
    }

    /// <summary>Lets the account read a tree of ours.</summary>
    public void LetRead(string path)
    {
        if (name is not null)
        {
            Must(Command.Run("chmod", ["-R", "a+rX", path], Limit), path);
        }
    }

    /// <summary>Makes a directory that the account may pass through but not list.</summary>
    public void MakePassable(string directory)
    {
        Directory.CreateDirectory(directory);
        if (IsOther && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(directory) & UnixFileMode.OtherExecute) == 0)
        {
            File.SetUnixFileMode(directory, File.GetUnixFileMode(directory) | UnixFileMode.OtherExecute);
        }
    }

    private static string? ClosedAncestor(string full)
    {
        for (var directory = Path.GetDirectoryName(full); directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (!OperatingSystem.IsWindows() && Directory.Exists(directory)
                && (File.GetUnixFileMode(directory) & UnixFileMode.OtherExecute) == 0)
            {
                return directory;
            }
        }

        return null;
    }

    private static void Must(CommandResult result, string path)
    {
        if (!result.Succeeded)
        {
            throw new EmbeddedDatabaseException($"`{path}` could not be given to the database's account: {result.Output}");
        }
    }
}
