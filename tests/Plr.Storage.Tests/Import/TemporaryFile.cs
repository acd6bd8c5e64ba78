namespace Plr.Storage.Tests.Import;

/// <summary>A file that is gone when the test ends.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string ending, string content)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"plr-{Guid.NewGuid():n}{ending}");
        File.WriteAllText(Path, content);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
