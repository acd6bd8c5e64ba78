using System.Text.Json;
using Plr.Domain;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;
using Plr.Rules.Exchange;

namespace Plr.Rules.Tests.Exchange;

public sealed class TooComplexResultTests
{
    [Fact]
    public void A_rule_past_the_work_allowed_is_written_with_its_code()
    {
        List<CatalogueUnit> units = [.. Enumerable.Range(0, 60).Select(index => new CatalogueUnit { Key = $"U{index}", Credits = 1 + (index * 7 % 13), Level = 1 })];
        IReadOnlyList<UnitKey> keys = [.. units.Select(unit => unit.Key)];
        RuleNode Theme(int theme) => new RuleNode.Group { Id = $"T{theme}", Nodes = [.. Enumerable.Range(0, 10).Select(part => new RuleNode.Pool { Id = $"T{theme}P{part}", Units = keys })] };
        var rule = new RuleOfCombination { Root = new RuleNode.Pool { Id = "R", Units = keys }, Overlays = [.. Enumerable.Range(0, 6).Select(Theme)] };
        var verdict = Evaluator.Evaluate(
            CompiledCatalogue.Compile(units, [], [new QualificationRule("Q", rule)]), "Q", [], new DateOnly(2020, 1, 1), EvaluationOptions.Default)!;

        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            ResultWriter.Write(writer, "L", verdict);
        }

        using var written = JsonDocument.Parse(output.ToArray());
        Assert.Equal("too-complex", written.RootElement.GetProperty("status").GetString());
        Assert.Equal(ErrorCodes.RuleTooComplex, written.RootElement.GetProperty("code").GetString());
    }
}
