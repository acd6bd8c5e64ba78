using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>How large a rule is. Asked before anything else about it, so that no other check meets a rule without end.</summary>
internal sealed class RuleSize
{
    /// <summary>The deepest nesting of groups.</summary>
    public const int MaxDepth = 64;

    /// <summary>The most units that one rule lists, duplicates included.</summary>
    public const int MaxListings = 4_000;

    /// <summary>The most nodes, and the most bounds, of one rule.</summary>
    public const int MaxParts = 2_000;

    /// <summary>The most bars, dependencies and ages together of one rule.</summary>
    public const int MaxConditions = 500;

    /// <summary>The most units that the bounds, bars, dependencies and ages of one rule name, duplicates included.</summary>
    public const int MaxNamed = 50_000;

    private NodePlace? tooDeep;
    private int listings;
    private int nodes;
    private int bounds;
    private int conditions;
    private long named;

    /// <summary>What is too large about the rule; empty if nothing.</summary>
    public static IReadOnlyList<RuleProblem> Check(QualificationRule qualification)
    {
        var (size, rule) = (new RuleSize(), qualification.Rule);
        size.Count(rule.Root, new NodePlace(null, rule.Root.Id, "root", -1));
        foreach (var (index, overlay) in rule.Overlays.Index())
        {
            size.Count(overlay, new NodePlace(null, overlay.Id, "overlays", index));
        }

        size.conditions = rule.Bars.Count + rule.Requires.Count + rule.MaxAges.Count;
        size.named += rule.Bars.Sum(bar => (long)bar.Units.Count) + rule.Requires.Sum(need => 1L + need.AnyOf.Count) + rule.MaxAges.Sum(age => (long)age.Units.Count);
        return [.. size.Problems(qualification.Number)];
    }

    private void Count(RuleNode node, NodePlace place)
    {
        if (place.Depth > MaxDepth)
        {
            tooDeep ??= place;
            return;
        }

        nodes++;
        bounds += node.Bounds.Count;
        named += node.Bounds.Sum(bound => (long)(bound.Units?.Count ?? 0));
        listings += node switch { RuleNode.All all => all.Units.Count, RuleNode.Pool pool => pool.Units.Count, _ => 0 };
        foreach (var (index, child) in (node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] }).Index())
        {
            Count(child, new NodePlace(place, child.Id, "nodes", index));
        }
    }

    private IEnumerable<RuleProblem> Problems(string qualification)
    {
        RuleProblem TooLarge(string message, string remedy) => new(qualification, "root", message) { Remedy = remedy };

        if (tooDeep is not null)
        {
            yield return new RuleProblem(qualification, tooDeep.Labels, $"groups are nested more than {MaxDepth} deep") { Place = tooDeep.Path, Remedy = "flatten the rule" };
        }

        if (listings > MaxListings)
        {
            yield return TooLarge($"lists {listings} units, more than {MaxListings}", "take units out, or split the rule");
        }

        if (nodes > MaxParts || bounds > MaxParts)
        {
            yield return TooLarge($"has {nodes} nodes and {bounds} bounds, more than {MaxParts}", "take some out, or split the rule");
        }

        if (conditions > MaxConditions)
        {
            yield return TooLarge($"has {conditions} bars, dependencies and ages, more than {MaxConditions}", "take some out, or split the rule");
        }

        if (named > MaxNamed)
        {
            yield return TooLarge($"its bounds, bars, dependencies and ages name {named} units, more than {MaxNamed}", "take units out of them, or split the rule");
        }
    }
}
