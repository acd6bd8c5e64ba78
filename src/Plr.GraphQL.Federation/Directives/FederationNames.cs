using System.Collections.Frozen;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Federation.Directives;

/// <summary>What one subgraph document calls the directives of Federation: as it imports them, or with the prefix of the specification.</summary>
/// <remarks>Apollo, "link v1.0" and "federation v2.x", https://specs.apollo.dev. A document without <c>@link</c> writes
/// Federation 1: every directive under its plain name.</remarks>
internal sealed class FederationNames
{
    private const string Specification = "https://specs.apollo.dev/federation/";
    private const string LinkSpecification = "https://specs.apollo.dev/link/";
    private readonly FrozenDictionary<string, string> imports;
    private readonly string? prefix;

    private FederationNames(IEnumerable<KeyValuePair<string, string>> imports, string? prefix, string link)
    {
        this.imports = imports.ToFrozenDictionary();
        this.prefix = prefix;
        Link = link;
    }

    /// <summary>The name of <c>@link</c> itself.</summary>
    public string Link { get; }

    /// <summary>Reads the <c>@link</c> directives of the document's schema definitions.</summary>
    public static FederationNames Of(DocumentNode document)
    {
        var schemaDirectives = document.Definitions.OfType<SchemaDefinitionNode>().SelectMany(schema => schema.Directives).ToList();
        var link = schemaDirectives.FirstOrDefault(directive => UrlOf(directive)?.StartsWith(LinkSpecification, StringComparison.Ordinal) ?? false);
        var federation = schemaDirectives.FirstOrDefault(directive => UrlOf(directive)?.StartsWith(Specification, StringComparison.Ordinal) ?? false);
        return federation is null
            ? new FederationNames([], prefix: null, "link")
            : new FederationNames(ImportsOf(federation), TextOf(federation, "as") ?? "federation", link is null ? "link" : TextOf(link, "as") ?? "link");
    }

    /// <summary>What the document calls a directive (<c>key</c>) or a type (<c>FieldSet</c>) of the specification.</summary>
    public string LocalName(string specified, bool isDirective = true) =>
        prefix is null ? (isDirective ? specified : "_" + specified)
        : imports.TryGetValue(isDirective ? "@" + specified : specified, out var local) ? local.TrimStart('@')
        : $"{prefix}__{specified}";

    /// <summary>Whether an applied directive speaks to composers and routers alone.</summary>
    public bool IsFederation(DirectiveNode directive) =>
        directive.Name == Link || FederationDefinitions.Directives.Any(specified => LocalName(specified) == directive.Name);

    /// <summary>Whether the directive is this one of the specification.</summary>
    public bool Is(DirectiveNode directive, string specified) => directive.Name == LocalName(specified);

    private static string? UrlOf(DirectiveNode directive) => TextOf(directive, "url");

    private static string? TextOf(DirectiveNode directive, string argument) =>
        (directive.Arguments.FirstOrDefault(a => a.Name == argument)?.Value as StringValueNode)?.Value;

    private static IEnumerable<KeyValuePair<string, string>> ImportsOf(DirectiveNode link)
    {
        var imports = link.Arguments.FirstOrDefault(argument => argument.Name == "import")?.Value as ListValueNode;
        foreach (var import in imports?.Items ?? [])
        {
            if (import is StringValueNode name)
            {
                yield return new(name.Value, name.Value);
            }
            else if (import is ObjectValueNode renamed && Entry(renamed, "name") is { } specified)
            {
                yield return new(specified, Entry(renamed, "as") ?? specified);
            }
        }
    }

    private static string? Entry(ObjectValueNode map, string name) =>
        (map.Fields.FirstOrDefault(field => field.Name == name)?.Value as StringValueNode)?.Value;
}
