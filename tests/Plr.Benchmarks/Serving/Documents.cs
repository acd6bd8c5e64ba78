namespace Plr.Benchmarks.Serving;

/// <summary>The documents that servers are compared with, byte for byte alike.</summary>
internal static class Documents
{
    public const string Hello = "{ hello }";

    public const string Learner =
        "query Learner($uln: String!) { learner(uln: $uln) { uln achievements { awardedOn unit { code title credit level } } } }";

    public const string Learners =
        "query Learners($first: Int) { learners(first: $first) { uln achievements { awardedOn unit { code title credit level } } } }";

    /// <summary>Of the record itself, for the consented graph and its floor.</summary>
    public const string Consented =
        "query Learner($uln: Uln!) { learner(uln: $uln) { uln achievements(first: 12) { nodes { awardedOn ... on UnitAchievement { unit { number title creditValue level } } } } } }";
}
