namespace Plr.Host.Configuration;

/// <summary>Where the program finds the files it shows: <c>clients</c> and <c>schema</c>.</summary>
/// <remarks>In a checkout they are where the repository keeps them; a published program brings them along in <c>files</c>.</remarks>
public sealed class ProgramFiles
{
    private const string Solution = "Plr.Graph.sln";
    private readonly string root;

    private ProgramFiles(string root, string? checkout)
    {
        this.root = root;
        Checkout = checkout;
    }

    /// <summary>The checkout the program was built in; null for a published program.</summary>
    public string? Checkout { get; }

    /// <summary>Looks beside the program, then upwards for a checkout.</summary>
    public static ProgramFiles Find()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "files");
        if (Directory.Exists(published))
        {
            return new ProgramFiles(published, null);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return new ProgramFiles(folder.FullName, folder.FullName);
            }
        }

        throw new RefusedException(
            $"the program's files are missing: neither `{published}` nor a checkout above it; publish with `dotnet publish src/Plr.Host`");
    }

    /// <summary>Absolute path of one of them.</summary>
    public string this[params string[] parts] => Path.Combine([root, .. parts]);
}
