using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Plr.GraphQL.Generators.Tests;

/// <summary>The generator over one schema file and one code file, against the real engine.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator) // The test host always sets it.
            .Where(static path => !Path.GetFileName(path).StartsWith("Plr.GraphQL.Generators", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private GeneratorDriver driver;
    private CSharpCompilation compilation;

    public GeneratorRun(string sdl, string code, string policies = "consent,open")
    {
        compilation = CSharpCompilation.Create(
            "Sample.Graph",
            [CSharpSyntaxTree.ParseText(code, ParseOptions, "Sample.cs"), CSharpSyntaxTree.ParseText("// Nothing.", ParseOptions, "Other.cs")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        driver = CSharpGeneratorDriver.Create(
            [new BindingGenerator().AsSourceGenerator()],
            [new SchemaFile("schema/sample.graphql", sdl)],
            ParseOptions,
            new SchemaOptions(policies),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Output = (CSharpCompilation)output;
    }

    public static string SampleSdl { get; } = Read("schema.graphql");

    public static string SampleCode { get; } = Read("resolvers.txt");

    /// <summary>The compilation with the generated file.</summary>
    public CSharpCompilation Output { get; private set; }

    public ImmutableArray<Diagnostic> Problems => driver.GetRunResult().Diagnostics;

    public string Generated => driver.GetRunResult().GeneratedTrees.Single().ToString();

    /// <summary>Runs again after one C# file changed, and tells why each tracked step of the generator gave what it gave.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Edit(string file, Func<string, string> edit, string step)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edit(tree.ToString()), ParseOptions, file));
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Output = (CSharpCompilation)output;
        return [.. driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static o => o.Reason)];
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(GeneratorRun).Assembly.GetManifestResourceStream(name)!); // Embedded by the project file.
        return reader.ReadToEnd();
    }

    private sealed class SchemaFile(string path, string text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class SchemaOptions(string policies) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(new Dictionary<string, string>
        {
            ["build_metadata.AdditionalFiles.GraphQLSchema"] = "true",
            ["build_metadata.AdditionalFiles.GraphQLPolicies"] = policies,
        });
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
