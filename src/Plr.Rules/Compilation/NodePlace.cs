namespace Plr.Rules.Compilation;

/// <summary>Where a node stands in its rule. Made for each node on the way down, written out only when something is wrong.</summary>
/// <param name="Around">The node around it; null for the top of a tree.</param>
/// <param name="Label">The node's label.</param>
/// <param name="Step">The member of the exchange format that holds it.</param>
/// <param name="Index">Its index there; -1 for the root, which is no list.</param>
internal sealed record NodePlace(NodePlace? Around, string Label, string Step, int Index)
{
    /// <summary>How many nodes there are from the top down to this one, both among them.</summary>
    public int Depth { get; } = (Around?.Depth ?? 0) + 1;

    /// <summary>As people name it: <c>R/B/B1</c>.</summary>
    public string Labels => Around is null ? Label : $"{Around.Labels}/{Label}";

    /// <summary>As a path of the exchange format: <c>root.nodes[1].nodes[0]</c>.</summary>
    public string Path => (Around is null ? "" : Around.Path + ".") + (Index < 0 ? Step : $"{Step}[{Index}]");
}
