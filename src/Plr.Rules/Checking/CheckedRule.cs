using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.OtherCredit;
using Plr.Rules.Text;

namespace Plr.Rules.Checking;

/// <summary>A rule under check: its nodes with their paths, the facts of its units, and what was found.</summary>
internal sealed class CheckedRule
{
    private readonly IReadOnlyDictionary<string, TextPosition> positions;
    private readonly string path;

    public CheckedRule(
        QualificationRule qualification, string path, IReadOnlyDictionary<UnitKey, CatalogueUnit> units, IReadOnlyDictionary<string, TextPosition> positions)
    {
        (Qualification, this.path, Units, this.positions) = (qualification, path, units, positions);
        Root = Walk(Rule.Root, path + ".root").ToList();
        Trees = [Root, .. Rule.Overlays.Select((overlay, index) => Walk(overlay, $"{path}.overlays[{index}]").ToList())];
    }

    public QualificationRule Qualification { get; }

    public RuleOfCombination Rule => Qualification.Rule;

    /// <summary>Facts of units; empty when the document describes none.</summary>
    public IReadOnlyDictionary<UnitKey, CatalogueUnit> Units { get; }

    /// <summary>The nodes of the root tree, parents first.</summary>
    public List<(RuleNode Node, string Path)> Root { get; }

    /// <summary>The root tree and the overlays.</summary>
    public List<List<(RuleNode Node, string Path)>> Trees { get; }

    public List<RuleFinding> Findings { get; } = [];

    /// <summary>Whether a unit may count in a group of other credit; one that the document does not describe may.</summary>
    public bool IsOtherCredit(UnitKey unit) =>
        Root.Any(entry => entry.Node is RuleNode.OtherCredit other && (!Units.TryGetValue(unit, out var facts) || other.Passes(facts)));

    /// <summary>Whether the rule is whole, and all that it is about is described: only then can numbers be held against it.</summary>
    /// <remarks>A document describes no nation's units, so that of a rule with other credit nothing can be said to be out of reach.</remarks>
    public bool IsWhole =>
        Rule.Completeness is RuleCompleteness.Complete && Units.Count > 0
        && Trees.SelectMany(tree => tree).All(entry => entry.Node is not RuleNode.OtherCredit && ListedIn(entry.Node).All(Units.ContainsKey));

    public static IReadOnlyList<RuleNode> ChildrenOf(RuleNode node) => node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] };

    /// <summary>The units that a node itself lists.</summary>
    public static IReadOnlyList<UnitKey> ListedIn(RuleNode node) => node switch { RuleNode.All all => all.Units, RuleNode.Pool pool => pool.Units, _ => [] };

    /// <summary>The units listed in a node and below, once each.</summary>
    public static IReadOnlyList<UnitKey> ListedBelow(RuleNode node) => [.. Walk(node, "").SelectMany(entry => ListedIn(entry.Node)).Distinct()];

    /// <summary>Units of mandatory groups that no choice can leave out.</summary>
    public static IEnumerable<UnitKey> Mandatory(RuleNode node) => node switch
    {
        RuleNode.All all => all.Units,
        RuleNode.Group group => group.Nodes.SelectMany(Mandatory),
        RuleNode.Choose choose when choose.Min >= choose.Nodes.Count => choose.Nodes.SelectMany(Mandatory),
        _ => [],
    };

    /// <summary>Reports a finding at a part of the rule: <c>bars[0]</c>; the qualification itself when empty.</summary>
    public void AtPart(FindingSeverity severity, string code, string part, string message, string remedy) =>
        At(severity, code, part.Length == 0 ? path : $"{path}.{part}", message, remedy);

    /// <summary>Reports a finding at a path of the document.</summary>
    public void At(FindingSeverity severity, string code, string where, string message, string remedy) =>
        Findings.Add(new RuleFinding(severity, code, Qualification.Number, where, PositionOf(where, positions), message, remedy));

    /// <summary>Where the nearest part around a path stands that has a line of its own; null if none has.</summary>
    public static TextPosition? PositionOf(string where, IReadOnlyDictionary<string, TextPosition> positions)
    {
        for (var at = where; at.Length > 1; at = at[..Math.Max(at.LastIndexOf('.'), 0)])
        {
            if (positions.TryGetValue(at, out var position))
            {
                return position;
            }
        }

        return null;
    }

    private static IEnumerable<(RuleNode Node, string Path)> Walk(RuleNode node, string path) =>
        ChildrenOf(node).Index().SelectMany(child => Walk(child.Item, $"{path}.nodes[{child.Index}]")).Prepend((node, path));
}
