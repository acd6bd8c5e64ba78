using System.Diagnostics;
using System.Xml.Linq;

namespace Plr.Architecture.Tests;

/// <summary>The files of this repository, as git tracks them.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Untracked =
        new(["bin", "obj", ".plr", "node_modules", "artifacts", "TestResults"], StringComparer.Ordinal);

    private static readonly Lazy<string[]> Tracked = new(ListTrackedFiles);

    /// <summary>Absolute path of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Tracked files, relative, with forward slashes.</summary>
    public static IReadOnlyList<string> TrackedFiles => Tracked.Value;

    /// <summary>Tracked C# files under src, generated migrations left out.</summary>
    public static IEnumerable<string> SourceFiles =>
        TrackedFiles.Where(file => file.StartsWith("src/", StringComparison.Ordinal)
            && file.EndsWith(".cs", StringComparison.Ordinal)
            && !file.Contains("/Migrations/", StringComparison.Ordinal));

    /// <summary>The text of a tracked file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The project file of a project under src.</summary>
    public static XDocument ReadProject(string project) => XDocument.Parse(Read($"src/{project}/{project}.csproj"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Plr.Graph.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("no Plr.Graph.sln above the test's folder");
    }

    // New files count before they are committed: a guard that speaks only after the commit speaks too late.
    private static string[] ListTrackedFiles()
    {
        if (!Path.Exists(Path.Combine(Root, ".git")))
        {
            return [.. WalkFiles(Root)]; // an unpacked archive
        }

        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, "git ls-files failed: these tests read what git tracks");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Root, file)))];
    }

    private static IEnumerable<string> WalkFiles(string folder) =>
        Directory.EnumerateFiles(folder).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Concat(Directory.EnumerateDirectories(folder).Where(child => !Untracked.Contains(Path.GetFileName(child))).SelectMany(WalkFiles));
}
