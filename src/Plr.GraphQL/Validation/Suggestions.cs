namespace Plr.GraphQL.Validation;

/// <summary>Similar names, for a developer who mistyped one.</summary>
internal static class Suggestions
{
    private const int MaxSuggestions = 3;
    private const int MaxLength = 40; // Longer names get no suggestion: the distance is quadratic in length.

    /// <summary>A clause to end a message with, or nothing.</summary>
    public static string DidYouMean(string name, IEnumerable<string> candidates)
    {
        if (name.Length > MaxLength)
        {
            return "";
        }

        var similar = candidates
            .Where(candidate => candidate.Length <= MaxLength)
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= (name.Length * 2 / 5) + 1)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(MaxSuggestions)
            .Select(candidate => $"`{candidate.Name}`")
            .ToList();
        return similar.Count == 0 ? "" : $"; did you mean {string.Join(" or ", similar)}?";
    }

    // Levenshtein, letter case not counted.
    private static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var isSame = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (isSame ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
