namespace Plr.Rules.Text;

/// <summary>Ends the reading of one line; the reader collects it and goes on with the next.</summary>
internal sealed class RuleTextException(int column, string message, string remedy) : Exception(message)
{
    public int Column => column;

    public string Remedy => remedy;
}
