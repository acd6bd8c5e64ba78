namespace Plr.Host.Pages;

/// <summary>One code of <c>schema/errors.md</c>.</summary>
/// <param name="Code">As responses carry it.</param>
/// <param name="Meaning">What it means and who can fix it; names stand in backticks.</param>
public sealed record ErrorEntry(string Code, string Meaning)
{
    private const string Heading = "## ";

    /// <summary>Reads the page: a heading a code, its meaning below.</summary>
    public static IReadOnlyList<ErrorEntry> Read(string path)
    {
        var entries = new List<ErrorEntry>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal))
            {
                entries.Add(new ErrorEntry(line[Heading.Length..].Trim(), ""));
            }
            else if (entries.Count > 0 && line.Length > 0)
            {
                entries[^1] = entries[^1] with { Meaning = $"{entries[^1].Meaning} {line}".Trim() };
            }
        }

        return entries;
    }

    /// <summary>The meaning with its names set as code.</summary>
    public Html Markup() => Html.Join(Meaning.Split('`').Select((part, index) => index % 2 == 0 ? Html.Of($"{part}") : Html.Of($"<code>{part}</code>")));
}
