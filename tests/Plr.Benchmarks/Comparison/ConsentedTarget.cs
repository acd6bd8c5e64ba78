namespace Plr.Benchmarks.Comparison;

/// <summary>The consented graph, served by the host with its own demonstration data.</summary>
internal sealed record ConsentedTarget(Uri Address, string Token, string Uln, int? ProcessId)
{
    public const string Document =
        "query Learner($uln: Uln!) { learner(uln: $uln) { uln achievements(first: 12) { nodes { awardedOn ... on UnitAchievement { unit { number title creditValue level } } } } } }";

    public static ConsentedTarget? From(string? address, string? token, string? uln, int? processId) => (address, token, uln) switch
    {
        (null, _, _) => null,
        (_, null, _) or (_, _, null) => throw new ArgumentException("--consented needs --token and --uln"),
        _ => new ConsentedTarget(new Uri(address), token, uln, processId),
    };
}
