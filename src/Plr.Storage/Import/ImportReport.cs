namespace Plr.Storage.Import;

/// <summary>What an import read, wrote and refused.</summary>
/// <param name="Files">One entry a file, in the order read.</param>
/// <param name="Findings">Rejections and warnings, in the order met.</param>
/// <param name="Added">Rows of the catalogue that are new.</param>
/// <param name="Changed">Rows that changed. With nothing added or changed, no publication is announced.</param>
public sealed record ImportReport(IReadOnlyList<ImportedFile> Files, IReadOnlyList<ImportFinding> Findings, int Added, int Changed)
{
    /// <summary>Items read, over all files.</summary>
    public int Read => Files.Sum(file => file.Read);

    /// <summary>Items refused, over all files.</summary>
    public int Rejected => Files.Sum(file => file.Rejected);
}
