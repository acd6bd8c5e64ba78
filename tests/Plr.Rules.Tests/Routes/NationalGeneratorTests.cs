namespace Plr.Rules.Tests.Routes;

/// <summary>The generator makes what it claims to make.</summary>
public sealed class NationalGeneratorTests
{
    private const int Seed = 4;

    [Fact]
    public void The_nation_has_its_qualifications_units_and_links()
    {
        var national = NationalGenerator.Make(seed: Seed);
        var census = CatalogueCensus.Take(national.Units, national.Qualifications).ToDictionary(row => row.Name, row => row.Count);
        Assert.Equal(
            (NationalGenerator.NationalQualifications, NationalGenerator.NationalUnits, NationalGenerator.NationalLinks),
            (census["qualifications"], census["units"], census["links"]));
        Assert.All(census, row => Assert.True(row.Value > 200, $"{row.Value} {row.Key}")); // Every construct, some hundred times at least.
        Assert.InRange(census["mandatory block"], 0.75 * national.Qualifications.Count, national.Qualifications.Count);
        Assert.InRange(census["two to six optional groups"], 0.4 * national.Qualifications.Count, national.Qualifications.Count);
    }

    [Fact]
    public void Every_rule_compiles_and_every_learner_holds_the_units_asked_for()
    {
        var national = NationalGenerator.Make(2_000, Seed);
        Assert.Empty(national.Compile().Problems);
        Assert.All(national.Learners(50, 30), learner => Assert.Equal(30, learner.Select(achieved => achieved.Unit).Distinct().Count()));
        Assert.Equal(60, national.HostileLearner(60).Count);
    }

    [Fact]
    public void The_same_seed_makes_the_same_catalogue_and_another_makes_another()
    {
        string Text(int seed)
        {
            using var output = new MemoryStream();
            var national = NationalGenerator.Make(NationalGenerator.FewestQualifications, seed);
            Plr.Rules.Exchange.ExchangeWriter.Write(output, national.Units, national.Equivalences, national.Qualifications);
            return System.Text.Encoding.UTF8.GetString(output.ToArray());
        }

        Assert.Equal(Text(Seed), Text(Seed));
        Assert.NotEqual(Text(Seed), Text(Seed + 1));
    }
}
