using System.Text.RegularExpressions;

namespace Plr.Subgraphs.Tests.Consent;

/// <summary>Everything a learner's record has to say, asked in one query.</summary>
internal static class Whole
{
    public const string Record = """
        query($uln: Uln!) {
          learner(uln: $uln) {
            __typename id uln currentUln name { given family } dateOfBirth contact { email postcode } preferredLanguage
            achievements { totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes { id awardedOn learner { name { family } } } }
            widerAchievements { totalCount nodes { id title } }
            credits { total }
            progress(qualification: "600/8900/3") { state creditsTowards counted { credits } notCounted { reason } groups { label } }
            permissions { totalCount nodes { id } }
            disclosures { nodes { id } }
            access { scope allowed basis grant { id } explanation welsh: explanation(language: WELSH) }
          }
        }
        """;

    /// <summary>The response with the number that was asked for, and the identifier made of it, taken out.</summary>
    public static string Without(string response, string uln, string id) =>
        Regex.Replace(response.Replace(uln, "ULN", StringComparison.Ordinal).Replace(id, "ID", StringComparison.Ordinal), "\\s", "");
}
