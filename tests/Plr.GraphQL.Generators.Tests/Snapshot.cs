using System.Runtime.CompilerServices;

namespace Plr.GraphQL.Generators.Tests;

/// <summary>Text that people read. <c>PLR_ACCEPT=1</c> rewrites it, and the reviewer judges the difference.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Snapshots", name); // A test file is in a folder.
        if (Environment.GetEnvironmentVariable("PLR_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
