using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A whole document: executable definitions, type system definitions, or (before validation) both.</summary>
/// <remarks>GraphQL September 2025, 2.3 Document.</remarks>
public sealed class DocumentNode : SyntaxNode
{
    /// <summary>Makes a document of definitions.</summary>
    public DocumentNode(Location location, ImmutableArray<DefinitionNode> definitions, int nodeCount = 0)
        : base(location)
    {
        Definitions = definitions;
        NodeCount = nodeCount;
    }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Document;

    /// <summary>The definitions in document order; a parsed document has at least one.</summary>
    public ImmutableArray<DefinitionNode> Definitions { get; }

    /// <summary>How many nodes the parser made: a measure of size for caches. 0 for a document that was not parsed.</summary>
    public int NodeCount { get; }

    /// <summary>The text it was parsed from; null for a document that was not parsed.</summary>
    public Source? Source => Location.Source;
}
