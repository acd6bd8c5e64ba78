using Plr.Benchmarks.National;
using Plr.Host.Commands;
using Plr.Host.SignIn;

namespace Plr.Benchmarks.Serving.Graph;

/// <summary>A token of the careers adviser whom the synthetic learners permit.</summary>
internal static class AdviserToken
{
    /// <param name="dataDirectory">Where the development key is.</param>
    /// <param name="ukprn">Of another adviser; null for the one who is permitted.</param>
    public static string Issue(string dataDirectory, string? ukprn = null) => new TokenIssuer(DevelopmentKey.Ensure(dataDirectory), TimeProvider.System)
        .Issue(TokenCommand.HolderOf(["--organisation", ukprn ?? NationalDatabase.Adviser, "--kind", "careers-adviser", "--person", "Benchmark"]));
}
