using System.Text;
using System.Text.Json.Nodes;

namespace Plr.Benchmarks.Routes;

/// <summary>What is asked, and what an answer must hold to count as one.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Text">The document; its variable is <c>uln</c>.</param>
/// <param name="Mark">What each item of the page holds once.</param>
/// <param name="Least">The fewest items of an answer.</param>
/// <param name="Most">The most items of an answer.</param>
internal sealed record RoutesDocument(string Name, string Text, string Mark, int Least, int Most)
{
    /// <summary>The page of routes as a careers tool shows it; the same with a whole verdict of each; and the record alone, for what consent and log cost.</summary>
    public static readonly RoutesDocument[] All =
    [
        new("ranked", Routes(""), "\"remainingCredits\":", 20, 20),
        new("judged", Routes("creditsTowards completedUnits"), "\"remainingCredits\":", 20, 20),
        new("record", "query Record($uln: Uln!) { learner(uln: $uln) { achievements(first: 30) { nodes { awardedOn ... on UnitAchievement { unit { number title creditValue level } } } } } }", "\"awardedOn\":", 1, 30),
    ];

    /// <summary>The body of a request.</summary>
    public byte[] Body(long uln) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["query"] = Text, ["variables"] = new JsonObject { ["uln"] = $"{uln}" } }.ToJsonString());

    /// <summary>Whether the answer holds the page and no error.</summary>
    public bool Accepts(ReadOnlySpan<byte> answer)
    {
        var items = answer.Count(Encoding.UTF8.GetBytes(Mark));
        return items >= Least && items <= Most && answer.IndexOf("\"errors\""u8) < 0;
    }

    private static string Routes(string more) =>
        "query Routes($uln: Uln!) { learner(uln: $uln) { routes(first: 20) { nodes { qualification { number title level } remainingCredits creditsSaved "
        + more + " } pageInfo { hasNextPage endCursor } rulesVersion recordAsOf isWhatIf } } }";
}
