using System.Reflection;
using Microsoft.CodeAnalysis;
using Plr.GraphQL.Binding;

namespace Plr.GraphQL.Generators.Tests;

/// <summary>A schema whose resolvers all fit.</summary>
public sealed class BoundSchemaTests
{
    private static readonly GeneratorRun Run = new(GeneratorRun.SampleSdl, GeneratorRun.SampleCode);

    [Fact]
    public void A_schema_that_fits_has_no_build_error() => Assert.Empty(Run.Problems);

    [Fact]
    public void The_generated_file_compiles_against_the_engine_without_a_warning() =>
        Assert.Empty(Run.Output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info));

    [Fact]
    public void The_generated_file_reads_as_accepted() => Snapshot.Matches("SampleBindings.g.cs.txt", Run.Generated);

    [Fact] // The compiled assembly is loaded and bound, as a host would.
    public void The_generated_method_binds()
    {
        using var image = new MemoryStream();
        Assert.True(Run.Output.Emit(image).Success);
        var bindings = new SchemaBindings();

        Assembly.Load(image.ToArray()).GetType("Sample.Graph.GraphBindings")!.GetMethod("Bind")!.Invoke(null, [bindings]); // The test above read both names.

        Assert.Equal(["Learner"], bindings.Entities.Keys);
    }
}
