namespace Plr.Host.Configuration;

/// <summary>Files that the build put into the program.</summary>
internal static class EmbeddedFile
{
    /// <summary>The bytes of one, by its name in the project file.</summary>
    /// <exception cref="InvalidOperationException">The build left it out.</exception>
    public static byte[] Read(string name)
    {
        using var resource = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the build left out `{name}`");
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
