using BenchmarkDotNet.Attributes;
using Plr.Domain.Combination;
using Plr.Rules;
using Plr.Rules.Compilation;
using Plr.Rules.Testing;

namespace Plr.Benchmarks.Rules;

/// <summary>From rules to a catalogue that is ready to answer.</summary>
public class CompilationBenchmarks
{
    private const int Qualifications = 1_000;

    private NationalGenerator thousand = null!; // Set before the first measurement.
    private (IReadOnlyList<CatalogueUnit> Units, QualificationRule Rule)[] single = null!;
    private int next;

    [GlobalSetup]
    public void Generate()
    {
        thousand = NationalGenerator.Make(Qualifications);
        var byKey = thousand.Units.ToDictionary(unit => unit.Key);
        single = [.. thousand.Qualifications.Select(one => ((IReadOnlyList<CatalogueUnit>)[.. one.Rule.ListedUnits().Distinct().Select(unit => byKey[unit])], one))];
    }

    /// <summary>A catalogue of one rule and its units, each time another of a thousand.</summary>
    [Benchmark]
    public RulesEngine OneRule()
    {
        var (units, rule) = single[next++ % single.Length];
        return Ready(CompiledCatalogue.Compile(units, [], [rule]));
    }

    [Benchmark]
    public RulesEngine ThousandQualifications() => Ready(thousand.Compile());

    private static RulesEngine Ready(CompiledCatalogue catalogue)
    {
        var engine = new RulesEngine(catalogue, "benchmark");
        engine.Prepare();
        return engine;
    }
}
