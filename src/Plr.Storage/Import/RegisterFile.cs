namespace Plr.Storage.Import;

/// <summary>A kind of the regulator's files.</summary>
/// <param name="Content">What it holds.</param>
/// <param name="Columns">The columns that make it out.</param>
/// <param name="Take">Puts its rows into the draft; the last argument is the name of its first column.</param>
internal sealed record RegisterFile(string Content, string[] Columns, Action<FileImport, List<CsvRow>, Draft, string> Take)
{
    /// <summary>Whether the header has all of the columns.</summary>
    public bool Fits(string[] header) => Columns.All(column => header.Contains(column, StringComparer.OrdinalIgnoreCase));
}
