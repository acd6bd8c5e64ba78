using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Plr.Conformance.Tests.Differential;

/// <summary>What came of many cases.</summary>
internal sealed class DifferentialReport(int firstSeed)
{
    private const int MaxTold = 5;
    private readonly StringBuilder differences = new();
    private readonly SortedDictionary<string, int> explained = new(StringComparer.Ordinal);

    /// <summary>Cases so far.</summary>
    public int Cases { get; private set; }

    /// <summary>Cases whose answers differ without an explanation.</summary>
    public int Different { get; private set; }

    /// <summary>Cases whose answers differ as the specification explains.</summary>
    public int Explained { get; private set; }

    /// <summary>Cases that were not executed.</summary>
    public int Refused { get; private set; }

    /// <summary>Cases with execution errors.</summary>
    public int Failing { get; private set; }

    /// <summary>Cases with more than one response.</summary>
    public int InParts { get; private set; }

    public void Add(DifferentialCase asked, IReadOnlyList<JsonObject> ours, IReadOnlyList<JsonObject> reference)
    {
        var verdict = ResponseComparison.Compare(asked, ours, reference);
        Cases++;
        Refused += reference[0].ContainsKey("data") ? 0 : 1;
        Failing += reference[0].ContainsKey("data") && reference[0].ContainsKey("errors") ? 1 : 0;
        InParts += reference.Count > 1 ? 1 : 0;
        Explained += verdict.Explained.Count > 0 ? 1 : 0;
        foreach (var (name, section) in verdict.Explained)
        {
            var key = $"{name} ({section})";
            explained[key] = explained.GetValueOrDefault(key) + 1;
        }

        if (verdict.Difference is { } difference && Different++ < MaxTold)
        {
            differences.Append(CultureInfo.InvariantCulture, $"{difference}\n{asked}\nours:\n{Text(ours)}\nreference:\n{Text(reference)}\n\n");
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder(FormattableString.Invariant(
            $"{Cases} cases from seed {firstSeed}: {Refused} refused, {Failing} with execution errors, {InParts} in parts; ")
            + FormattableString.Invariant($"{Different} differ, {Explained} differ as explained\n"));
        foreach (var (explanation, times) in explained)
        {
            text.Append(CultureInfo.InvariantCulture, $"{times} × {explanation}\n");
        }

        return text.Append(differences).ToString();
    }

    private static string Text(IEnumerable<JsonObject> responses) => string.Join('\n', responses.Select(response => response.ToJsonString()));
}
