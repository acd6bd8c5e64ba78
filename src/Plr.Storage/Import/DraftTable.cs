namespace Plr.Storage.Import;

/// <summary>One table of the draft: rows by key, and which of them this run has put.</summary>
internal sealed class DraftTable<TKey, TRow>(IEnumerable<TRow> held, Func<TRow, TKey> key)
    where TKey : notnull
    where TRow : class
{
    private readonly Dictionary<TKey, TRow> rows = held.ToDictionary(key);
    private readonly Dictionary<TKey, TRow> put = [];

    /// <summary>Every row, of the database and of this run.</summary>
    public IEnumerable<TRow> All => rows.Values;

    /// <summary>The rows to write, each once, as last put.</summary>
    public IReadOnlyCollection<TRow> Touched => put.Values;

    /// <summary>The row as it stands in the draft, or null.</summary>
    public TRow? Find(TKey rowKey) => rows.GetValueOrDefault(rowKey);

    /// <summary>Whether this run has put the row already.</summary>
    public bool IsTouched(TKey rowKey) => put.ContainsKey(rowKey);

    /// <summary>Puts a row, over any of the same key.</summary>
    public void Put(TRow row)
    {
        rows[key(row)] = row;
        put[key(row)] = row;
    }
}
