using System.Text;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Federation.Entities;
using Plr.GraphQL.Federation.Merging;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Language.Printing;

namespace Plr.GraphQL.Federation;

/// <summary>Serves subgraphs: one alone behind a router, or several as one schema without a router.</summary>
public static class FederationServerBuilderExtensions
{
    /// <summary>Serves one subgraph: its schema, <c>_service</c> with the document as written, and <c>_entities</c> through the
    /// <c>Entity</c> bindings.</summary>
    /// <exception cref="GraphQLSyntaxException">The document is not GraphQL.</exception>
    public static GraphQLServerBuilder AddSubgraph(this GraphQLServerBuilder builder, Source document)
    {
        var subgraph = Subgraph.Parse(document);
        foreach (var part in subgraph.SchemaDocuments)
        {
            builder.AddSchemaDocument(part.Body.ToArray(), part.Name);
        }

        return builder.AddBindings(bindings => Bind(bindings, subgraph, builder.Name));
    }

    /// <summary>Serves several subgraphs as one schema, their directives of Federation left out.</summary>
    /// <exception cref="GraphQLSyntaxException">A document is not GraphQL.</exception>
    /// <exception cref="Types.SchemaException">The documents disagree.</exception>
    public static GraphQLServerBuilder AddCombined(this GraphQLServerBuilder builder, params IEnumerable<Source> documents)
    {
        var subgraphs = documents.Select(document => Parser.Parse(document, ParserLimits.Trusted).Require()).ToList();
        return builder.AddSchemaDocument(Printer.Print(SubgraphMerger.Merge(subgraphs)), "combined");
    }

    private static void Bind(SchemaBindings bindings, Subgraph subgraph, string serverName)
    {
        var service = new SubgraphService(Encoding.UTF8.GetString(subgraph.Source.Body.Span));
        var lookup = new EntityLookup(serverName, subgraph.Keys);
        bindings.Scalar("_Any", new RepresentationScalar());
        bindings.Object<SubgraphService>("_Service");
        bindings.Leaf<SubgraphService, string>("_Service.sdl", static value => value.Sdl);
        bindings.Resolve<RootValue, SubgraphService>($"{subgraph.QueryType}._service", (_, _, _, _) => new(service));
        bindings.Resolve<RootValue, IReadOnlyList<object?>>($"{subgraph.QueryType}._entities", (context, _, arguments, cancellationToken) =>
            lookup.ResolveAsync(context, arguments.GetList<IReadOnlyDictionary<string, object?>>(0)!, cancellationToken)); // Non-null in the schema.
    }
}
