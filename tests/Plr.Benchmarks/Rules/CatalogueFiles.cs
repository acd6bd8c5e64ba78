using System.Globalization;
using Plr.Rules.Evaluation;
using Plr.Rules.Exchange;
using Plr.Rules.Testing;

namespace Plr.Benchmarks.Rules;

/// <summary>A generated catalogue and its learners as files that <c>plr rules time</c> reads.</summary>
internal static class CatalogueFiles
{
    private const int HostileUnits = 60;

    /// <summary>Writes <c>catalogue.json</c>, <c>learners.json</c> and <c>hostile.json</c> and prints what the catalogue consists of.</summary>
    /// <param name="qualifications">How many; units and links in the nation's proportion.</param>
    /// <param name="units">Units that each learner holds.</param>
    public static void Write(int qualifications, int learners, int units, int seed, DirectoryInfo target, TextWriter output)
    {
        target.Create();
        var national = NationalGenerator.Make(qualifications, seed);
        using (var file = File.Create(Path.Combine(target.FullName, "catalogue.json")))
        {
            ExchangeWriter.Write(file, national.Units, national.Equivalences, national.Qualifications);
        }

        WriteLearners(Path.Combine(target.FullName, "learners.json"), national.Learners(learners, units, seed));
        WriteLearners(Path.Combine(target.FullName, "hostile.json"), [national.HostileLearner(HostileUnits)]);
        foreach (var (name, count) in CatalogueCensus.Take(national.Units, national.Qualifications))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,9:N0}  {name}"));
        }
    }

    private static void WriteLearners(string file, IReadOnlyList<IReadOnlyList<AchievedUnit>> learners)
    {
        using var output = File.Create(file);
        ExchangeWriter.WriteLearners(output, NationalGenerator.AsOf, [.. learners.Select((achieved, index) => new ExchangeLearner($"L{index}", achieved))]);
    }
}
