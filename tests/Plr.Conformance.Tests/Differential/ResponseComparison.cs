using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Plr.Conformance.Tests.Differential;

/// <summary>Whether two engines gave the same answer.</summary>
internal static partial class ResponseComparison
{
    /// <summary>What differs, in words, and which of the explained differences there are beside it.</summary>
    public static Verdict Compare(DifferentialCase asked, IReadOnlyList<JsonObject> ours, IReadOnlyList<JsonObject> reference)
    {
        var (left, right) = (new WholeResponse(ours), new WholeResponse(reference));
        var explained = new List<Explanation>();
        var difference = left.Faults.Count > 0 ? $"ours: {string.Join("; ", left.Faults)}"
            : right.Faults.Count > 0 ? $"reference: {string.Join("; ", right.Faults)}"
            : Explanations.OfWholeCase(asked, left, right) is { } whole ? Explained(whole, explained)
            : left.IsRefused != right.IsRefused ? $"refused: ours {left.IsRefused}, reference {right.IsRefused}"
            : left.IsRefused ? Refusals(asked.Document, left, right)
            : Data(left.Data, right.Data, isOrdered: ours.Count == 1)
                ?? (Explanations.OfParts(left, right) is { } parts ? Explained(parts, explained) : Different("pending", left.Pending, right.Pending))
                ?? Different("failed", [.. left.Failed.Distinct()], [.. right.Failed.Distinct()])
                ?? (Explanations.OfFailedParts(left, right) is { } failed ? Explained(failed, explained) : null)
                ?? (Explanations.OfErrors(asked, left, right) is { } errors
                    ? Explained(errors, explained)
                    : Different("errors", Texts(left.Errors), Texts(right.Errors)));
        return new Verdict(difference, explained);
    }

    /// <summary>Errors as sorted text. One label may fail with the same error twice, when it stands under two others; data has each error once.</summary>
    public static List<string> Texts(IEnumerable<WholeError> errors)
    {
        var ofParts = errors.ToLookup(error => error.Part is not null, error => error.ToString());
        return [.. ofParts[false].Concat(ofParts[true].Distinct()).Order(StringComparer.Ordinal)];
    }

    private static string? Explained(Explanation explanation, List<Explanation> explained)
    {
        explained.Add(explanation);
        return null;
    }

    // Fields are in the order of the operation, unless they came in parts.
    private static string? Data(JsonNode? ours, JsonNode? reference, bool isOrdered, string place = "data") => (ours, reference) switch
    {
        (JsonObject left, JsonObject right) when Names(left, isOrdered).SequenceEqual(Names(right, isOrdered)) =>
            left.Select(field => Data(field.Value, right[field.Key], isOrdered, $"{place}/{field.Key}")).FirstOrDefault(difference => difference is not null),
        (JsonArray left, JsonArray right) when left.Count == right.Count =>
            left.Select((item, index) => Data(item, right[index], isOrdered, $"{place}/{index}")).FirstOrDefault(difference => difference is not null),
        (JsonValue left, JsonValue right) when place.EndsWith("/defaultValue", StringComparison.Ordinal) && Significant(left) == Significant(right) => null,
        _ => ours is not JsonObject && JsonNode.DeepEquals(ours, reference) ? null : Different(place, [ours?.ToJsonString() ?? "null"], [reference?.ToJsonString() ?? "null"]),
    };

    private static IEnumerable<string> Names(JsonObject fields, bool isOrdered)
    {
        var names = fields.Select(field => field.Key);
        return isOrdered ? names : names.Order(StringComparer.Ordinal);
    }

    // GraphQL September 2025, 2.1 Source Text: white space and commas mean nothing in a literal.
    private static string Significant(JsonValue literal) => string.Concat(literal.GetValue<string>().Where(unit => unit != ',' && !char.IsWhiteSpace(unit)));

    // Documents can be wrong in more ways than one, and which are told is up to the engine; what is told alone has its place.
    private static string? Refusals(string document, WholeResponse ours, WholeResponse reference)
    {
        if (ours.Errors is not [var left] || reference.Errors is not [var right])
        {
            return null;
        }

        var (places, expected) = (Offsets(document, left.Locations), Offsets(document, right.Locations));
        return (places.Count == 0) == (expected.Count == 0) && places.TrueForAll(place => expected.Exists(other => IsSameSelection(document, place, other)))
            ? null
            : Different("refusal", [left.ToString()], [right.ToString()]);
    }

    // A spread, an inline fragment or a definition may be told by its beginning, by its name or by its type.
    private static bool IsSameSelection(string document, int place, int other) =>
        Ignored().Replace(document[Math.Min(place, other)..Math.Max(place, other)], "") is "" or "..." or "...on" or "on" or "fragment" or "query";

    private static List<int> Offsets(string document, string locations)
    {
        int[] lines = [0, .. LineEnd().Matches(document).Select(end => end.Index + end.Length)];
        return locations.Length == 0 ? [] :
        [
            .. JsonSerializer.Deserialize<JsonArray>(locations)!.Select(location => // It was written from one.
                lines[location!["line"]!.GetValue<int>() - 1] + location["column"]!.GetValue<int>() - 1),
        ];
    }

    private static string? Different(string what, IReadOnlyList<string> ours, IReadOnlyList<string> reference) =>
        ours.SequenceEqual(reference) ? null
        : $"{what}:\n  ours      {string.Join("\n            ", ours)}\n  reference {string.Join("\n            ", reference)}";

    [GeneratedRegex("\r\n|\n|\r")]
    private static partial Regex LineEnd();

    [GeneratedRegex("#[^\n\r]*|[\\s,\ufeff]")]
    private static partial Regex Ignored();
}
