using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Tests.Validation;

/// <summary>One file of Cases: a header that names section, title and verdict, then a document.</summary>
internal sealed class ValidationCase
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Validation", "Cases");
    private static readonly Dictionary<string, Schema> Schemas = new[] { "schema", "hello" }.ToDictionary(
        name => name, name => Schema.Build(File.ReadAllText(Path.Combine(Folder, name + ".graphql"))));

    private static readonly ParserLimits Limits = new() { AllowTypeSystem = true };

    private ValidationCase(string text)
    {
        var header = text.Split('\n')[0];
        var colon = header.LastIndexOf(':');
        Title = header[(header.IndexOf(' ', 2) + 1)..colon];
        IsValid = header[(colon + 2)..] == "valid";
        Schema = Schemas[text.Contains("\n# schema: hello\n", StringComparison.Ordinal) ? "hello" : "schema"];
        Document = Parser.Parse(text, Limits).Require();
    }

    public static Schema DefaultSchema => Schemas["schema"];

    /// <summary>The default schema with more definitions.</summary>
    public static Schema SchemaWith(string definitions) =>
        Schema.Build(File.ReadAllText(Path.Combine(Folder, "schema.graphql")) + "\n" + definitions);

    public string Title { get; }

    public bool IsValid { get; }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public static IEnumerable<string> Names() => Directory.EnumerateDirectories(Folder)
        .SelectMany(Directory.EnumerateFiles)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static ValidationCase Read(string name) => new(File.ReadAllText(Path.Combine(Folder, name)));

    /// <summary>The rules that reported something, as the addresses in the errors.</summary>
    public IReadOnlyList<GraphQLError> Errors() => DocumentValidator.Validate(Schema, Document);

    public static string RuleOf(GraphQLError error) => error.Extensions?["specifiedBy"] as string ?? error.Code;
}
