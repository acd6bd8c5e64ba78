using Microsoft.CodeAnalysis;

namespace Plr.GraphQL.Generators.Tests;

/// <summary>An edit that changes nothing of the binding must not cost a regeneration.</summary>
public sealed class IncrementalityTests
{
    [Fact]
    public void An_edit_elsewhere_does_not_even_check_again()
    {
        var run = new GeneratorRun(GeneratorRun.SampleSdl, GeneratorRun.SampleCode);

        var reasons = run.Edit("Other.cs", static _ => "class Elsewhere { int x; }", BindingGenerator.CheckStep);

        Assert.All(reasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Moving_resolvers_down_a_line_does_not_regenerate()
    {
        var run = new GeneratorRun(GeneratorRun.SampleSdl, GeneratorRun.SampleCode);

        var reasons = run.Edit("Sample.cs", static code => code.Replace("[QueryType]", "\n[QueryType]", StringComparison.Ordinal), BindingGenerator.PlanStep);

        Assert.All(reasons, static reason => Assert.Contains(reason, (IncrementalStepRunReason[])[IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged]));
    }

    [Fact]
    public void A_new_parameter_does_regenerate()
    {
        var run = new GeneratorRun(GeneratorRun.SampleSdl, GeneratorRun.SampleCode);

        var reasons = run.Edit("Sample.cs", static code => code.Replace("Node(string id)", "Node(string id, FieldContext context)", StringComparison.Ordinal), BindingGenerator.PlanStep);

        Assert.Contains(IncrementalStepRunReason.Modified, reasons);
    }
}
