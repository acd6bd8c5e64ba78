namespace Plr.Subgraphs.Catalogue.Filters;

/// <summary>The words of a search: each must be somewhere in the text, in any order, whatever their case.</summary>
internal readonly struct Keyword
{
    // More words narrow nothing that a reader could have meant, and each is a pass over the catalogue.
    private const int MaxWords = 10;
    private readonly string[] words;

    public Keyword(string? text) =>
        words = text?.Split((char[]?)null, MaxWords, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public bool IsIn(string? title, string number = "")
    {
        foreach (var word in words)
        {
            if (title?.Contains(word, StringComparison.OrdinalIgnoreCase) is not true && !number.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
