namespace Plr.Storage.Import;

/// <summary>One row or entry is refused; caught where its file is read, and reported with its position.</summary>
internal sealed class RowRejectedException(string reason) : Exception(reason);
