using Plr.GraphQL.Federation.Directives;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Federation.Merging;

/// <summary>Joins the documents of several subgraphs into the one schema that a single server answers for all of them.</summary>
/// <remarks>
/// Types of the same name become one with the fields of all. What two documents both define must be the same in both:
/// types, arguments and default values, enum values, fields of input objects. Directives of Federation, and what they mark
/// <c>@external</c> or <c>@inaccessible</c>, are left out; all other directives stay, of all documents, so that a guard in one
/// guards the field in the whole.
/// </remarks>
public static class SubgraphMerger
{
    /// <summary>Joins documents; descriptions are those of the first document that has one.</summary>
    /// <exception cref="SchemaException">The documents disagree; every coordinate that they disagree on is told.</exception>
    public static DocumentNode Merge(IReadOnlyList<DocumentNode> subgraphs)
    {
        var union = new DocumentUnion();
        foreach (var subgraph in subgraphs)
        {
            union.Add(subgraph, new CombinedView(FederationNames.Of(subgraph)));
        }

        return union.ToDocument();
    }

    /// <summary>One subgraph with its extensions joined to what they extend, or standing for it where another subgraph defines it.</summary>
    internal static DocumentNode Normalise(DocumentNode subgraph)
    {
        var union = new DocumentUnion();
        union.Add(subgraph, SubgraphView.Instance);
        return union.ToDocument();
    }
}
