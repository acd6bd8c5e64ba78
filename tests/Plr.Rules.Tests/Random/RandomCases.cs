using System.Globalization;

namespace Plr.Rules.Tests.Random;

/// <summary>Runs a claim over random cases. PLR_RULES_CASES sets how many, PLR_RULES_SEED the first; what fails is named with its seed.</summary>
internal static class RandomCases
{
    public static readonly int Count = Number("PLR_RULES_CASES", 20_000);
    public static readonly int FirstSeed = Number("PLR_RULES_SEED", 1);

    /// <summary>Runs the claim for each seed: null where it holds, else what is wrong.</summary>
    public static void Hold(int count, Func<int, string?> claim)
    {
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(FirstSeed, FirstSeed + count, seed =>
        {
            if (claim(seed) is { } difference)
            {
                failures.Add($"seed {seed}: {difference}");
            }
        });
        Assert.True(failures.IsEmpty, $"{failures.Count} of {count} differ; the first: {string.Join("\n", failures.Order().Take(5))}");
    }

    private static int Number(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
