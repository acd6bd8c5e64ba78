namespace Plr.Testing;

/// <summary>Where the repository lies: the first directory upwards that holds the solution.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "Plr.Graph.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException($"no Plr.Graph.sln above {AppContext.BaseDirectory}");
    }
}
