namespace Plr.Storage.Import;

/// <summary>A file could not be read as what it claims to be, so nothing of the run was imported.</summary>
/// <param name="file">The file, as the caller named it or as found in a directory.</param>
/// <param name="position">A line, a JSON path, or null for the whole file.</param>
/// <param name="reason">The rule broken and the remedy: lower case, no full stop.</param>
public sealed class CatalogueImportException(string file, string? position, string reason)
    : Exception(position is null ? $"{file}: {reason}; nothing was imported" : $"{file}, {position}: {reason}; nothing was imported")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>A line, a JSON path, or null for the whole file.</summary>
    public string? Position { get; } = position;

    /// <summary>The rule broken and the remedy.</summary>
    public string Reason { get; } = reason;
}
