namespace Plr.Storage.Import;

/// <summary>One file on its way into the draft: counts what it reads and collects what it finds.</summary>
internal sealed class FileImport(string file, List<ImportFinding> findings)
{
    private int read;
    private int rejected;

    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>Takes each row; one that is refused is reported with its position and the others go on.</summary>
    public void Each(IEnumerable<CsvRow> rows, Action<CsvRow> take)
    {
        foreach (var row in rows)
        {
            Take(row.Position, () => take(row));
        }
    }

    /// <summary>Takes one item of the file.</summary>
    public void Take(string position, Action take)
    {
        read++;
        try
        {
            take();
        }
        catch (RowRejectedException refusal)
        {
            rejected++;
            findings.Add(new ImportFinding(ImportSeverity.Rejected, File, position, refusal.Message));
        }
    }

    /// <summary>Reports something that was taken nevertheless.</summary>
    public void Warn(string? position, string reason) => findings.Add(new ImportFinding(ImportSeverity.Warning, File, position, reason));

    /// <summary>The counts.</summary>
    public ImportedFile Done(string content) => new(File, content, read, rejected);
}
