namespace Plr.Benchmarks.Serving;

/// <summary>The three documents that both servers answer, byte for byte alike.</summary>
internal static class Documents
{
    public const string Hello = "{ hello }";

    public const string Learner =
        "query Learner($uln: String!) { learner(uln: $uln) { uln achievements { awardedOn unit { code title credit level } } } }";

    public const string Learners =
        "query Learners($first: Int) { learners(first: $first) { uln achievements { awardedOn unit { code title credit level } } } }";
}
