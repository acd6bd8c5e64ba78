namespace Plr.Storage.Import;

/// <summary>What became of one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Content">What it holds, such as <c>approved qualifications</c>.</param>
/// <param name="Read">Rows or entries read.</param>
/// <param name="Rejected">Those that were refused; each is a finding.</param>
public sealed record ImportedFile(string File, string Content, int Read, int Rejected)
{
    /// <summary>Those that are in the catalogue now, changed by this run or not.</summary>
    public int Imported => Read - Rejected;
}
