using Plr.GraphQL.Language.Printing;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A node of the syntax tree. Immutable.</summary>
public abstract class SyntaxNode(Location location)
{
    /// <summary>Which node it is, for switches.</summary>
    public abstract SyntaxKind Kind { get; }

    /// <summary>Where it stands in its source; <c>default</c> for a node that was not parsed.</summary>
    public Location Location { get; } = location;

    /// <summary>The node as text.</summary>
    public override string ToString() => Printer.Print(this);
}
