namespace Plr.Storage.Import;

/// <summary>A file that was read and recognised.</summary>
/// <param name="File">The file.</param>
/// <param name="Order">Files of a lower order are taken first.</param>
/// <param name="Take">Puts what it holds into the draft.</param>
internal sealed record SourceFile(string File, int Order, Func<FileImport, Draft, ImportedFile> Take);
