using System.Diagnostics;

namespace Plr.Storage.Embedded;

/// <summary>A lock between processes, held as long as the file stays open: the system drops it when its holder dies.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the only holder's place.</summary>
    /// <exception cref="EmbeddedDatabaseException">Another process held it for longer than the patience, or the file is closed to this account.</exception>
    public static async Task<FileStream> ExclusiveAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryExclusive(path) is { } held)
            {
                return held;
            }

            if (waited.Elapsed > patience)
            {
                throw new EmbeddedDatabaseException(
                    $"another process has held `{path}` for {patience.TotalSeconds:0} seconds; end that process and start again");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>The only holder's place, or null when another process kept it for longer than the patience. Blocks: for the way out only.</summary>
    public static FileStream? Exclusive(string path, TimeSpan patience)
    {
        using var pause = new ManualResetEventSlim(); // Never set: on the way out of a process nothing else can be awaited.
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryExclusive(path) is { } held)
            {
                return held;
            }

            if (waited.Elapsed > patience)
            {
                return null;
            }

            pause.Wait(Pause);
        }
    }

    /// <summary>The only holder's place, or null while anyone else holds the file, shared or not.</summary>
    public static FileStream? TryExclusive(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>A place among others. The caller holds the exclusive lock that guards this file, so nobody can be in the way for long.</summary>
    public static FileStream Shared(string path)
    {
        if (!File.Exists(path))
        {
            TryOpen(path, FileAccess.ReadWrite, FileShare.None)?.Dispose();
        }

        return TryOpen(path, FileAccess.Read, FileShare.Read)
            ?? throw new EmbeddedDatabaseException($"`{path}` is held by a process that is not one of ours; end it and start again");
    }

    private static FileStream? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, share);
        }
        catch (UnauthorizedAccessException closed)
        {
            throw new EmbeddedDatabaseException(
                $"`{path}` belongs to another account; start as that account, or name another place with `Plr__DataDirectory`", closed);
        }
        catch (IOException held) when (held is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
