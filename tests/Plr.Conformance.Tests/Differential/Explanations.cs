using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Plr.Conformance.Tests.Differential;

/// <summary>All differences that are allowed, each with the section that allows ours.</summary>
internal static partial class Explanations
{
    private const string OpenStringMessage = "Syntax Error: Unterminated string.";

    // A variable with a default may be null all the same; the algorithm only asks whether it is true.
    private static readonly Explanation NullCondition = new(
        "a null condition is not true, the reference makes it an error",
        "GraphQL September 2025, 6.3.2 Field Collection, CollectFields(): skipped when `if` is true, left out unless `if` is true");

    private static readonly Explanation OneOfVariable = new(
        "a nullable variable with a default may stand in a OneOf input object, the reference refuses it",
        "GraphQL September 2025, 5.8.5 All Variable Usages Are Allowed, IsVariableUsageAllowed(): hasNonNullVariableDefaultValue");

    private static readonly Explanation OneOfNullableVariable = new(
        "a nullable variable without a default may not stand in a OneOf input object, the reference misses it below a non-null type",
        "GraphQL September 2025, 5.8.5 All Variable Usages Are Allowed, IsNonNullPosition()");

    private static readonly Explanation DeferredRoot = new(
        "no spread at the root of a mutation may be deferred, the reference looks at the first of each fragment alone",
        "Incremental delivery draft, Defer And Stream Directives Are Used On Valid Root Field");

    private static readonly Explanation OpenString = new(
        "a string that does not end is told where it begins, by the reference where its line ends",
        "GraphQL September 2025, 7.1.6 Errors, Error Result Format: the beginning of an associated syntax element");

    private static readonly Explanation LostFields = new(
        "what stands under two deferred fragments comes with the one that succeeds, the reference loses it with the one that fails",
        "Incremental delivery draft, CollectFields(): a field has every defer usage that it stands under");

    private static readonly Explanation CancelledSiblings = new(
        "another error below the same null, since a slow resolver lets another one be first",
        "GraphQL September 2025, 6.3.3 Executing Collected Fields, Errors and Non-Null Types: siblings may be cancelled");

    private static readonly Explanation EmptyPart = new(
        "a deferred fragment whose fields another one brought is announced or not, by which of them is first",
        "Incremental delivery draft, Pending Results: only what is still to come is announced, and the order is the service's");

    private static readonly Explanation AllErrorsOfPart = new(
        "a part that failed tells all its errors, the reference only the one that failed it",
        "GraphQL September 2025, 6.4.4 Handling Execution Errors: the error must be added to the errors list");

    /// <summary>Why the answers can not be compared at all; null when they can.</summary>
    public static Explanation? OfWholeCase(DifferentialCase asked, WholeResponse ours, WholeResponse reference) =>
        reference.Errors.Any(error => ConditionMessage().IsMatch(error.Message)) && !ours.IsRefused ? NullCondition
        : reference.IsRefused && reference.Errors.All(error => HasDefault(asked.Document, OneOfMessage().Match(error.Message))) ? OneOfVariable
        : IsMissed(ours, NotNullMessage(), reference, OneOfMessage()) ? OneOfNullableVariable
        : IsMissed(ours, RootMessage(), reference, ReferenceRootMessage()) ? DeferredRoot
        : ours.IsRefused && reference.Errors is [{ Message: OpenStringMessage } open] && ours.Errors[0].Locations != open.Locations ? OpenString
        : !JsonNode.DeepEquals(ours.Data, reference.Data) && (LosesFields(reference, ours) || FailsTwice(ours, reference)) ? LostFields
        : null;

    /// <summary>Why other parts are pending; null when the same ones are, or nothing explains it.</summary>
    public static Explanation? OfParts(WholeResponse ours, WholeResponse reference) =>
        !ours.Pending.SequenceEqual(reference.Pending) && AreCovered(ours.Pending, reference.Pending) && AreCovered(reference.Pending, ours.Pending) ? EmptyPart : null;

    /// <summary>Why errors differ; null when they do not, or nothing explains it.</summary>
    public static Explanation? OfErrors(DifferentialCase asked, WholeResponse ours, WholeResponse reference) =>
        asked.Faults.Slow > 0
        && !ResponseComparison.Texts(ours.Errors).SequenceEqual(ResponseComparison.Texts(reference.Errors))
        && Nulled(ours).SequenceEqual(Nulled(reference)) ? CancelledSiblings : null;

    /// <summary>Why parts failed with other errors; the further ones are then taken away. Null when they did not, or nothing explains it.</summary>
    public static Explanation? OfFailedParts(WholeResponse ours, WholeResponse reference)
    {
        var (mine, theirs) = (ours.ErrorsOfParts(), reference.ErrorsOfParts());
        var further = mine.Keys.Except(theirs.Keys).ToList();
        var missing = theirs.Keys.Except(mine.Keys);
        if (further.Count == 0 || missing.Any())
        {
            return null;
        }

        ours.Remove(further.SelectMany(error => mine[error]));
        return AllErrorsOfPart;
    }

    // Every part of one side that the other lacks is a deferred fragment, and another part of the other side reaches as far.
    private static bool AreCovered(IReadOnlyList<string> parts, IReadOnlyList<string> others) => parts.Except(others).All(part =>
        !StreamPath().IsMatch(part) && others.Any(other => PathOf(part).StartsWith(PathOf(other).TrimEnd(']'), StringComparison.Ordinal)));

    // Whether ours refuses for a rule alone of which the reference, whatever it says, says nothing.
    private static bool IsMissed(WholeResponse ours, Regex message, WholeResponse reference, Regex itsMessage) =>
        ours.IsRefused && ours.Errors.All(error => message.IsMatch(error.Message)) && !reference.Errors.Any(error => itsMessage.IsMatch(error.Message));

    private static bool HasDefault(string document, Match variable) =>
        variable.Success && Regex.IsMatch(document, $@"\${variable.Groups[1].Value}[\s,\uFEFF]*:[^$=]+=", RegexOptions.None, TimeSpan.FromSeconds(1));

    // The reference gives to the first of two deferred fragments what belongs to both: when the first fails, it is lost with it.
    private static bool LosesFields(WholeResponse reference, WholeResponse ours)
    {
        // A stream that fails loses no fields of others.
        var failed = reference.Errors.Where(error => error.Part is not null && !StreamPath().IsMatch(error.Part)).Select(error => "/" + string.Join('/', error.Path)).ToList();
        var told = ours.Errors.Where(error => error.Part is null).Select(error => "/" + string.Join('/', error.Path)).ToList();
        return failed.Count > 0 && Holds(ours.Data, reference.Data, [.. failed.Where(path => told.Exists(own => own == path))], "");
    }

    // And when that itself fails, the second does not fail with it, as it should.
    private static bool FailsTwice(WholeResponse ours, WholeResponse reference) =>
        ours.Failed.Count > ours.Failed.Distinct().Count() && Holds(reference.Data, ours.Data, [], "");

    // Whether the whole has all fields of the part, and perhaps more; or null where one of them failed that the part lost.
    private static bool Holds(JsonNode? whole, JsonNode? part, List<string> failed, string place) => (whole, part) switch
    {
        (JsonObject more, JsonObject less) => less.All(field =>
            more.TryGetPropertyValue(field.Key, out var value) && Holds(value, field.Value, failed, $"{place}/\"{field.Key}\"")),
        (JsonArray more, JsonArray less) => more.Count == less.Count
            && more.Zip(less).Index().All(pair => Holds(pair.Item.First, pair.Item.Second, failed, $"{place}/{pair.Index}")),
        (null, JsonObject or JsonArray) => failed.Exists(path => path.StartsWith(place + "/", StringComparison.Ordinal)),
        _ => JsonNode.DeepEquals(whole, part),
    };

    private static string PathOf(string part) => part[part.IndexOf('[', StringComparison.Ordinal)..];

    // Errors by where they end: those that took a position along to null count once.
    private static IEnumerable<string> Nulled(WholeResponse response) => response.Errors
        .Select(error => error.Part is not null ? $"[{error.Part}]" : NulledBy(response.Data, error) ?? error.ToString())
        .Distinct().Order(StringComparer.Ordinal);

    private static string? NulledBy(JsonNode? data, WholeError error)
    {
        for (var i = 0; i < error.Path.Length; i++)
        {
            if (data is null)
            {
                return string.Join('/', error.Path.Take(i));
            }

            var step = JsonNode.Parse(error.Path[i])!; // A step is a name or a number.
            data = data is JsonArray list ? (step.GetValue<int>() < list.Count ? list[step.GetValue<int>()] : null) : data[step.GetValue<string>()];
        }

        return null;
    }

    [GeneratedRegex("^Argument \"@(skip|include|defer|stream)\\(if:\\)\" has invalid value")]
    private static partial Regex ConditionMessage();

    [GeneratedRegex("^Variable \"\\$(\\w+)\" is of type .* but must be non-nullable to be used for OneOf Input Object")]
    private static partial Regex OneOfMessage();

    [GeneratedRegex("is used where a .*, not null, is expected$")]
    private static partial Regex NotNullMessage();

    [GeneratedRegex("^the root of a mutation must not have `@defer`$")]
    private static partial Regex RootMessage();

    [GeneratedRegex("^Defer directive cannot be used on root mutation type")]
    private static partial Regex ReferenceRootMessage();

    [GeneratedRegex("\"s[0-9]+\"\\]$")] // What is streamed has a name of its own.
    private static partial Regex StreamPath();
}
