namespace Plr.Rules.Exchange;

/// <summary>Thrown inside the reader at the first thing that can't be read; callers get it as an <see cref="ExchangeProblem"/>.</summary>
internal sealed class ExchangeFormatException(string path, long offset, string message) : Exception(message)
{
    public string Path => path;

    public long Offset => offset;
}
