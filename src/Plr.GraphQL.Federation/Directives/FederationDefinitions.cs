using System.Collections.Immutable;
using System.Text;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Federation.Directives;

/// <summary>The definitions of the federation directives, under the names that a document uses.</summary>
/// <remarks>Apollo, "federation v2.x", https://specs.apollo.dev/federation: the subgraph schema additions.</remarks>
internal static class FederationDefinitions
{
    private const string Anywhere =
        "FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION";

    /// <summary>The directives that a subgraph may use, by their specified names.</summary>
    public static ImmutableArray<string> Directives { get; } =
    [
        "key", "requires", "provides", "external", "shareable", "inaccessible", "override", "tag", "interfaceObject", "composeDirective", "extends",
    ];

    /// <summary>What the document does not define itself, so that it is a valid schema.</summary>
    public static DocumentNode For(DocumentNode document, FederationNames names)
    {
        var defined = document.Definitions.OfType<DirectiveDefinitionNode>().Select(definition => definition.Name).ToHashSet(StringComparer.Ordinal);
        var types = document.Definitions.OfType<TypeDefinitionNode>().Select(definition => definition.Name).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var directive in Directives.Where(directive => !defined.Contains(names.LocalName(directive))))
        {
            text.Append("directive @").Append(names.LocalName(directive)).Append(Signature(directive, names.LocalName("FieldSet", isDirective: false))).Append('\n');
        }

        foreach (var scalar in new[] { names.LocalName("FieldSet", isDirective: false), "link__Import" }.Where(scalar => !types.Contains(scalar)))
        {
            text.Append("scalar ").Append(scalar).Append('\n');
        }

        text.Append(types.Contains("link__Purpose") ? "" : "enum link__Purpose { SECURITY EXECUTION }\n");
        text.Append(defined.Contains(names.Link) ? "" : $"directive @{names.Link}(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA\n");
        return Parser.ParseSchema(text.ToString(), "federation");
    }

    private static string Signature(string directive, string fieldSet) => directive switch
    {
        "key" => $"(fields: {fieldSet}!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE",
        "requires" or "provides" => $"(fields: {fieldSet}!) on FIELD_DEFINITION",
        "external" => "(reason: String) on OBJECT | FIELD_DEFINITION",
        "shareable" => " repeatable on OBJECT | FIELD_DEFINITION",
        "inaccessible" => " on " + Anywhere,
        "override" => "(from: String!, label: String) on FIELD_DEFINITION",
        "tag" => $"(name: String!) repeatable on SCHEMA | {Anywhere}",
        "interfaceObject" => " on OBJECT",
        "composeDirective" => "(name: String) repeatable on SCHEMA",
        _ => " on OBJECT | INTERFACE",
    };
}
