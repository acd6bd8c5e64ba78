using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL;

/// <summary>Describes one GraphQL server: its schema, its bindings, its guards and its limits.</summary>
public sealed class GraphQLServerBuilder
{
    private readonly List<Action<GraphQLServerOptions>> configurations = [];

    internal GraphQLServerBuilder(string name) => Name = name;

    /// <summary>By which <see cref="RequestExecutorProvider.Get"/> finds it.</summary>
    public string Name { get; }

    internal List<DocumentNode> Documents { get; } = [];

    internal SchemaBindings Bindings { get; } = new();

    /// <summary>Adds a schema document; several are read as one.</summary>
    /// <param name="sourceName">For error messages, such as the file's name.</param>
    /// <exception cref="GraphQLSyntaxException">The text is not GraphQL.</exception>
    public GraphQLServerBuilder AddSchemaDocument(string text, string? sourceName = null) =>
        AddSchemaDocument(Parser.ParseSchema(text, sourceName));

    /// <summary>Adds a schema document in UTF-8.</summary>
    /// <param name="sourceName">For error messages, such as the file's name.</param>
    /// <exception cref="GraphQLSyntaxException">The text is not GraphQL.</exception>
    public GraphQLServerBuilder AddSchemaDocument(byte[] utf8, string? sourceName = null) =>
        AddSchemaDocument(Parser.Parse(new Source(utf8, sourceName), ParserLimits.Trusted).Require());

    /// <summary>Adds a schema document that was parsed already.</summary>
    public GraphQLServerBuilder AddSchemaDocument(DocumentNode document)
    {
        Documents.Add(document);
        return this;
    }

    /// <summary>Adds bindings, such as the generated ones; they may cover more than the schema.</summary>
    public GraphQLServerBuilder AddBindings(Action<SchemaBindings> bind)
    {
        bind(Bindings);
        return this;
    }

    /// <summary>Lets a guard decide wherever the schema carries a directive.</summary>
    /// <param name="directiveName">Without <c>@</c>.</param>
    public GraphQLServerBuilder AddGuard(string directiveName, FieldGuard guard) =>
        ModifyOptions(options => options.AddGuard(directiveName, guard));

    /// <summary>Changes limits and habits.</summary>
    public GraphQLServerBuilder ModifyOptions(Action<GraphQLServerOptions> configure)
    {
        configurations.Add(configure);
        return this;
    }

    internal GraphQLServerOptions MakeOptions()
    {
        var options = new GraphQLServerOptions();
        foreach (var configure in configurations)
        {
            configure(options);
        }

        return options;
    }
}
