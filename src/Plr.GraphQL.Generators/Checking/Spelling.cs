namespace Plr.GraphQL.Generators.Checking;

/// <summary>Finds what an author may have meant.</summary>
internal static class Spelling
{
    /// <summary><c>: did you mean `x`?</c>, or nothing when no name is near.</summary>
    public static string Suggest(string name, IEnumerable<string> known)
    {
        var nearest = known
            .Select(other => (Name: other, Distance: Distance(name.ToLowerInvariant(), other.ToLowerInvariant())))
            .Where(pair => pair.Distance <= Math.Max(2, name.Length / 3))
            .OrderBy(static pair => pair.Distance)
            .ThenBy(static pair => pair.Name, StringComparer.Ordinal)
            .Select(static pair => pair.Name)
            .FirstOrDefault();
        return nearest is null ? "" : $": did you mean `{nearest}`?";
    }

    // Levenshtein, two rows.
    private static int Distance(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var swap = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(swap, Math.Min(above[j], row[j - 1]) + 1);
            }

            above = row;
        }

        return above[right.Length];
    }
}
