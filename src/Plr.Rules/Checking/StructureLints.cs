using Plr.Domain.Combination;

namespace Plr.Rules.Checking;

/// <summary>What the structure alone shows: labels, names of units, limits against each other.</summary>
internal static class StructureLints
{
    public static void Run(CheckedRule rule)
    {
        foreach (var tree in rule.Trees)
        {
            var labels = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (node, path) in tree)
            {
                if (!labels.Add(node.Id))
                {
                    rule.At(FindingSeverity.Error, FindingCodes.GroupDuplicate, path, $"`{node.Id}` is the label of another group of this tree", "give each group a label of its own");
                }

                Unknown(rule, CheckedRule.ListedIn(node), path + ".units");
                Bounds(rule, node, path);
                Choice(rule, node, path);
            }
        }

        Conditions(rule);
    }

    private static void Conditions(CheckedRule rule)
    {
        var mandatory = CheckedRule.Mandatory(rule.Rule.Root).ToHashSet();
        foreach (var (index, bar) in rule.Rule.Bars.Index())
        {
            Condition(rule, bar.Units, $"bars[{index}]");
            var fixedUnits = bar.Units.Distinct().Where(mandatory.Contains).ToList();
            if (fixedUnits.Count > bar.Max)
            {
                rule.AtPart(FindingSeverity.Error, FindingCodes.MandatoryBarred, $"bars[{index}]",
                    $"{fixedUnits.Count} of its units are mandatory ({Names(fixedUnits)}), and at most {bar.Max} may count", "take a unit out of the bar, or make it optional");
            }
            else if (fixedUnits.Count == bar.Max && bar.Units.Except(fixedUnits).ToList() is { Count: > 0 } others)
            {
                rule.AtPart(FindingSeverity.Warning, FindingCodes.MandatoryBarred, $"bars[{index}]",
                    $"{Names(fixedUnits)} is mandatory, so {Names(others)} can never count", "take the units that never count out of the rule, or the mandatory one out of the bar");
            }
        }

        foreach (var (index, need) in rule.Rule.Requires.Index())
        {
            Condition(rule, [need.If, .. need.AnyOf], $"requires[{index}]");
        }

        foreach (var (index, age) in rule.Rule.MaxAges.Index())
        {
            Unknown(rule, age.Units, null, $"maxAge[{index}]");
        }
    }

    private static void Condition(CheckedRule rule, IReadOnlyList<UnitKey> units, string part)
    {
        Unknown(rule, units, null, part);
        var strangers = units.Except(CheckedRule.ListedBelow(rule.Rule.Root)).Where(unit => !rule.IsOtherCredit(unit)).ToList();
        if (strangers.Count > 0)
        {
            rule.AtPart(FindingSeverity.Warning, FindingCodes.UnitNotListed, part, $"{Names(strangers)} is listed in no group, so it never counts", "list it in a group, or take it out here");
        }
    }

    private static void Unknown(CheckedRule rule, IReadOnlyList<UnitKey> units, string? path, string part = "")
    {
        if (rule.Units.Count == 0 || units.Where(unit => !rule.Units.ContainsKey(unit)).ToList() is not { Count: > 0 } unknown)
        {
            return;
        }

        var (message, remedy) = ($"{Names(unknown)} is not described by the document", "describe the unit, or mend its key");
        if (path is null)
        {
            rule.AtPart(FindingSeverity.Error, FindingCodes.UnitUnknown, part, message, remedy);
        }
        else
        {
            rule.At(FindingSeverity.Error, FindingCodes.UnitUnknown, path, message, remedy);
        }
    }

    private static void Bounds(CheckedRule rule, RuleNode node, string path)
    {
        var alike = new Dictionary<string, List<Bound>>(StringComparer.Ordinal);
        foreach (var (index, bound) in node.Bounds.Index())
        {
            var at = $"{path}.bounds[{index}]";
            Unknown(rule, bound.Units ?? [], at);
            if (bound.Min > bound.Max || bound.MinLevel > bound.MaxLevel)
            {
                rule.At(FindingSeverity.Error, FindingCodes.BoundsContradict, at, "its minimum is above its maximum", "turn them round, or drop one");
            }

            var filter = FilterOf(bound);
            if (alike.TryGetValue(filter, out var earlier))
            {
                Among(rule, earlier, bound, at);
                earlier.Add(bound);
            }
            else
            {
                alike.Add(filter, [bound]);
            }

            if (bound is { Min: null or 0, Max: null, MinShare: null or { Numerator: 0 } })
            {
                rule.At(FindingSeverity.Note, FindingCodes.BoundRedundant, at, "the limit asks for nothing", "drop it");
            }
        }
    }

    /// <summary>A limit among those before it that look at the same: one finding at most, the worst.</summary>
    private static void Among(CheckedRule rule, List<Bound> others, Bound bound, string at)
    {
        if (others.Any(earlier => bound.Min > earlier.Max || earlier.Min > bound.Max))
        {
            rule.At(FindingSeverity.Error, FindingCodes.BoundsContradict, at, "a minimum of this group is above a maximum of the same measure", "keep one of the two limits");
        }
        else if (bound.MinShare is null && others.Any(earlier => (bound.Min ?? 0) <= (earlier.Min ?? 0) && (bound.Max ?? int.MaxValue) >= (earlier.Max ?? int.MaxValue)))
        {
            rule.At(FindingSeverity.Note, FindingCodes.BoundRedundant, at, "another limit of this group says as much already", "drop it");
        }
    }

    /// <summary>Equal for two limits that look at the same units of the same sources.</summary>
    private static string FilterOf(Bound bound) =>
        $"{bound.Measure} {bound.MinLevel}..{bound.MaxLevel} {Set(bound.Sources?.Select(source => source.ToString()))} {Set(bound.Units?.Select(unit => unit.Value))}";

    private static string Set(IEnumerable<string>? texts) =>
        texts is null ? "all" : string.Concat(texts.Distinct().Order(StringComparer.Ordinal).Select(text => $"({text.Length}:{text})"));

    private static void Choice(CheckedRule rule, RuleNode node, string path)
    {
        if (node is RuleNode.OtherCredit other && other.MinLevel > other.MaxLevel)
        {
            rule.At(FindingSeverity.Error, FindingCodes.BoundsContradict, path, "its lowest level is above its highest, so no unit is of it", "turn them round, or drop one");
        }

        if (node is not RuleNode.Choose choose)
        {
            return;
        }

        if (choose.Min > choose.Max || choose.Min > choose.Nodes.Count)
        {
            rule.At(FindingSeverity.Error, FindingCodes.BoundsContradict, path,
                $"{choose.Min} to {choose.Max} of {choose.Nodes.Count} groups can't be chosen", "ask for no more than there are, and no more than the maximum");
        }
        else if (choose.Max == 0 && choose.Nodes.Count > 0)
        {
            rule.At(FindingSeverity.Warning, FindingCodes.NodeUnreachable, path, "none of its groups is ever chosen", "raise the maximum, or drop the groups");
        }
    }

    internal static string Names(IReadOnlyList<UnitKey> units) => string.Join(", ", units.Take(5).Select(unit => $"`{unit}`")) + (units.Count > 5 ? $" and {units.Count - 5} more" : "");
}
