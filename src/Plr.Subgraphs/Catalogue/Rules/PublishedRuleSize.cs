using Plr.Domain;
using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>How large a published rule may be to be shown: the sizes that <c>schema/catalogue.graphql</c> promises, each over the whole rule.</summary>
/// <remarks>Every maximum is inclusive. The largest rule of the demonstration has 27 units in 10 groups.</remarks>
public sealed class PublishedRuleSize
{
    /// <summary>The most groups, the root included.</summary>
    public const int MaxGroups = 200;

    /// <summary>The most units that the groups list, duplicates included.</summary>
    public const int MaxUnits = 1_000;

    /// <summary>The most units that are listed without a number.</summary>
    public const int MaxUnidentifiedUnits = 200;

    /// <summary>The most limits.</summary>
    public const int MaxLimits = 400;

    /// <summary>The most barred combinations, and the most dependencies.</summary>
    public const int MaxConditions = 200;

    /// <summary>The most units that limits name; and so barred combinations, and so dependencies. Duplicates included.</summary>
    public const int MaxNamedUnits = 2_000;

    /// <summary>The most documents in which it was published.</summary>
    public const int MaxSources = 20;

    private int groups;
    private int units;
    private int unidentified;
    private int limits;
    private int namedByLimits;

    private PublishedRuleSize(RuleNode root) => Count(root);

    /// <summary>What is too large about a rule; null when it can be shown.</summary>
    public static Problem? Check(RuleOfCombination rule)
    {
        var size = new PublishedRuleSize(rule.Root);
        (string Part, int Count, int Most)[] parts =
        [
            ("groups", size.groups, MaxGroups),
            ("units", size.units, MaxUnits),
            ("units without a number", size.unidentified, MaxUnidentifiedUnits),
            ("limits", size.limits, MaxLimits),
            ("units named by its limits", size.namedByLimits, MaxNamedUnits),
            ("barred combinations", rule.Bars.Count, MaxConditions),
            ("units in barred combinations", rule.Bars.Sum(bar => bar.Units.Count), MaxNamedUnits),
            ("dependencies", rule.Requires.Count, MaxConditions),
            ("units in dependencies", rule.Requires.Sum(needed => needed.AnyOf.Count), MaxNamedUnits),
            ("sources", rule.Sources.Count, MaxSources),
        ];
        return parts.FirstOrDefault(part => part.Count > part.Most) is { Part: not null } large
            ? new Problem(ErrorCodes.RuleTooLarge, $"the published rule has {large.Count} {large.Part}, and at most {large.Most} are shown: its publisher can split it")
            : null;
    }

    // Deeper than the most groups nobody looks, so a rule without end is counted in no time.
    private void Count(RuleNode node)
    {
        if (++groups > MaxGroups)
        {
            return;
        }

        limits += node.Bounds.Count;
        namedByLimits += node.Bounds.Sum(bound => bound.Units?.Count ?? 0);
        var (listed, unnumbered, children) = node switch
        {
            RuleNode.All all => (all.Units.Count, all.Unidentified.Count, (IReadOnlyList<RuleNode>)[]),
            RuleNode.Pool pool => (pool.Units.Count, pool.Unidentified.Count, []),
            RuleNode.Group group => (0, 0, group.Nodes),
            RuleNode.Choose choose => (0, 0, choose.Nodes),
            _ => (0, 0, []),
        };
        units += listed;
        unidentified += unnumbered;
        foreach (var child in children)
        {
            Count(child);
        }
    }
}
