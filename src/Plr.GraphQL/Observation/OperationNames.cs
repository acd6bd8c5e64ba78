using System.Text;

namespace Plr.GraphQL.Observation;

// Names of operations as operators may see them. Clients write them, so a name may be long, one of very many, or hold a number that stands for
// a person: it is cut, its long numbers are masked, and as a label of metrics only the first so many names stand for themselves.
internal sealed class OperationNames
{
    internal const int MaxLength = 64;
    internal const int MaxLabels = 200;
    internal const string Unnamed = "(unnamed)";
    internal const string Other = "(other)";

    // So many digits are a version, more may be a person's number.
    private const int MaxDigits = 4;
    private const char Mask = '#';

    private readonly HashSet<string> labels = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    // For spans. Null when the operation has no name.
    internal static string? Shown(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var shown = new StringBuilder(Math.Min(name.Length, MaxLength));
        for (var i = 0; i < name.Length && shown.Length < MaxLength;)
        {
            var end = i;
            while (end < name.Length && char.IsAsciiDigit(name[end]))
            {
                end++;
            }

            if (end - i > MaxDigits)
            {
                shown.Append(Mask);
                i = end;
            }
            else
            {
                end = Math.Max(end, i + 1);
                shown.Append(name, i, Math.Min(end - i, MaxLength - shown.Length));
                i = end;
            }
        }

        return shown.ToString();
    }

    // For metrics: of a name that is shown.
    internal string LabelOf(string? shown)
    {
        if (shown is null)
        {
            return Unnamed;
        }

        lock (gate)
        {
            return labels.Contains(shown) || (labels.Count < MaxLabels && labels.Add(shown)) ? shown : Other;
        }
    }
}
