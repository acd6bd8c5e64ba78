using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Plr.GraphQL.Generators.Checking;
using Plr.GraphQL.Generators.Code;
using Plr.GraphQL.Generators.Emission;
using Plr.GraphQL.Generators.Schema;

namespace Plr.GraphQL.Generators;

/// <summary>Binds C# resolvers to schema files while the project compiles. What does not fit is a build error that names
/// the schema coordinate; see docs/build-errors.md.</summary>
/// <remarks>Schema files are <c>AdditionalFiles</c> with <c>GraphQLSchema="true"</c>; see build/Plr.GraphQL.Generators.props.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class BindingGenerator : IIncrementalGenerator
{
    internal const string FilesStep = "Files";
    internal const string CheckStep = "Check";
    internal const string PlanStep = "Plan";
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = ReadFiles(context).Collect().WithTrackingName(FilesStep);
        var code = ReadCode(context);
        var result = files.Combine(code)
            .Select(static (pair, _) => pair.Left.IsEmpty ? null : BindingChecker.Check(pair.Left, pair.Right))
            .WithTrackingName(CheckStep);
        var plan = result.Select(static (bindings, _) => bindings?.Plan).WithTrackingName(PlanStep);
        var hasServices = context.CompilationProvider.Select(static (compilation, _) =>
            compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions") is not null);

        context.RegisterSourceOutput(result, static (output, bindings) =>
        {
            foreach (var problem in bindings?.Problems ?? default)
            {
                output.ReportDiagnostic(problem.ToDiagnostic());
            }
        });
        context.RegisterSourceOutput(plan.Combine(hasServices), static (output, pair) =>
        {
            if (pair.Left is { } ready)
            {
                output.AddSource(SourceWriter.ClassName(ready.AssemblyName) + ".g.cs", SourceWriter.Write(ready, pair.Right));
            }
        });
    }

    private static IncrementalValuesProvider<SdlFile> ReadFiles(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => (
                Text: pair.Left,
                IsSchema: Option(pair.Left, pair.Right, "GraphQLSchema").Equals("true", StringComparison.OrdinalIgnoreCase),
                Policies: Option(pair.Left, pair.Right, "GraphQLPolicies")))
            .Where(static file => file.IsSchema)
            .Select(static (file, cancellationToken) => SdlReader.Read(
                file.Text.Path,
                file.Text.GetText(cancellationToken) ?? SourceText.From(""),
                file.Policies.Split(',').Select(static policy => policy.Trim()).Where(static policy => policy.Length > 0).ToEquatable()));

    private static IncrementalValueProvider<CodeModel> ReadCode(IncrementalGeneratorInitializationContext context)
    {
        var resolvers = Resolvers(context, KnownNames.QueryType, ResolverKind.Query)
            .Combine(Resolvers(context, KnownNames.MutationType, ResolverKind.Mutation))
            .Combine(Resolvers(context, KnownNames.SubscriptionType, ResolverKind.Subscription))
            .Combine(Resolvers(context, KnownNames.ObjectType, ResolverKind.Object))
            .Select(static (all, _) => all.Left.Left.Left.Concat(all.Left.Left.Right).Concat(all.Left.Right).Concat(all.Right).ToEquatable());
        var types = Find(context, KnownNames.BindType, CodeReader.ReadTypes);
        var enums = Find(context, KnownNames.BindEnum, CodeReader.ReadEnums);
        var inputs = Find(context, KnownNames.BindInput, CodeReader.ReadInputs);
        var scalars = Find(context, KnownNames.ScalarType, CodeReader.ReadScalars);
        var assemblyName = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? "Schema");
        return resolvers.Combine(types).Combine(enums).Combine(inputs).Combine(scalars).Combine(assemblyName).Select(static (all, _) =>
            new CodeModel(all.Right, all.Left.Left.Left.Left.Left, all.Left.Left.Left.Left.Right, all.Left.Left.Left.Right, all.Left.Left.Right, all.Left.Right));
    }

    private static IncrementalValueProvider<EquatableArray<ResolverClass>> Resolvers(
        IncrementalGeneratorInitializationContext context, string attribute, ResolverKind kind) =>
        Find(context, attribute, found => CodeReader.ReadResolvers(found, kind));

    private static IncrementalValueProvider<EquatableArray<T>> Find<T>(
        IncrementalGeneratorInitializationContext context, string attribute, Func<GeneratorAttributeSyntaxContext, EquatableArray<T>> read)
        where T : IEquatable<T> =>
        context.SyntaxProvider.ForAttributeWithMetadataName(attribute, static (_, _) => true, (found, _) => read(found))
            .Collect()
            .Select(static (found, _) => found.SelectMany(static items => items).ToEquatable());

    private static string Option(AdditionalText text, AnalyzerConfigOptionsProvider options, string name) =>
        options.GetOptions(text).TryGetValue(Metadata + name, out var value) ? value : "";
}
