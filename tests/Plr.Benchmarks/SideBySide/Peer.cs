using Plr.Benchmarks.Comparison;

namespace Plr.Benchmarks.SideBySide;

/// <summary>A GraphQL server of another make: <c>peers/{Name}.mjs</c>.</summary>
/// <param name="Documents">What it is asked instead, by operation, where its schema is its own. Aliases make the answers the same.</param>
internal sealed record Peer(string Name, string Title, IReadOnlyDictionary<string, string>? Documents = null)
{
    private const string LearnerFields = "uln achievements: achievementsByUlnList { awardedOn unit: unitByUnitCode { code title credit level } }";

    public static IReadOnlyList<Peer> All { get; } =
    [
        new("mercurius", "Mercurius with graphql-jit"),
        new("apollo", "Apollo Server 5"),
        new("yoga", "GraphQL Yoga"),
        new("postgraphile", "PostGraphile 5", new Dictionary<string, string>
        {
            ["learner"] = $"query Learner($uln: BigInt!) {{ learner: learnerByUln(uln: $uln) {{ {LearnerFields} }} }}",
            ["learners50"] = $"query Learners($first: Int) {{ learners: allLearnersList(first: $first) {{ {LearnerFields} }} }}",
        }),
    ];

    /// <summary>What a server is called in a table or a picture.</summary>
    public static string TitleOf(string server) => All.FirstOrDefault(peer => peer.Name == server)?.Title ?? server;

    public string DocumentOf(Operation operation) => Documents?.GetValueOrDefault(operation.Name) ?? operation.Document;
}
