using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>Finds what makes a rule impossible to compile: too large, unknown units, duplicate labels and mandatory units, absurd numbers.</summary>
internal sealed class RuleValidator
{
    /// <summary>The largest number in a bound, an age or a bar.</summary>
    public const int MaxNumber = 1_000_000;

    /// <summary>The most credits of all units that one rule lists.</summary>
    public const long MaxTotalCredits = 8_000_000;

    /// <summary>The most guided learning hours of all units that one rule lists.</summary>
    public const long MaxTotalHours = 250_000_000;

    private readonly UnitTable table;
    private readonly string qualification;
    private readonly List<RuleProblem> problems = [];
    private readonly HashSet<int> listed = [];
    private long largestDenominator = 1;

    private RuleValidator(UnitTable table, string qualification) => (this.table, this.qualification) = (table, qualification);

    /// <summary>What is wrong with the rule, in the order of its text; empty if nothing. Of a rule that is too large only that.</summary>
    public static IReadOnlyList<RuleProblem> Validate(UnitTable table, QualificationRule qualification)
    {
        if (RuleSize.Check(qualification) is { Count: > 0 } tooLarge)
        {
            return tooLarge;
        }

        var validator = new RuleValidator(table, qualification.Number);
        validator.Check(qualification.Rule);
        return validator.problems;
    }

    private void Check(RuleOfCombination rule)
    {
        CheckNode(rule.Root, new NodePlace(null, rule.Root.Id, "root", -1), []);
        foreach (var (index, overlay) in rule.Overlays.Index())
        {
            CheckNode(overlay, new NodePlace(null, overlay.Id, "overlays", index), []);
        }

        foreach (var (index, bar) in rule.Bars.Index())
        {
            CheckUnits(bar.Units, null, $"bars[{index}]", ".units");
            CheckNumber(bar.Max, null, $"bars[{index}]", ".max");
        }

        foreach (var (index, dependency) in rule.Requires.Index())
        {
            if (table.NumberOf(dependency.If) < 0)
            {
                Unknown(dependency.If, null, $"requires[{index}]", ".if");
            }

            CheckUnits(dependency.AnyOf, null, $"requires[{index}]", ".anyOf");
        }

        foreach (var (index, limit) in rule.MaxAges.Index())
        {
            CheckUnits(limit.Units, null, $"maxAge[{index}]", ".units");
            CheckNumber(limit.Months, null, $"maxAge[{index}]", ".months");
        }

        CheckNumber(rule.MaxAgeMonths, null, "maxAgeMonths");
        CheckTotals();
    }

    private void CheckTotals()
    {
        var credits = listed.Sum(unit => (long)table.Units[unit].Credits);
        var hours = listed.Sum(unit => (long)table.Units[unit].GuidedLearningHours);
        if (Math.Max(credits, hours) * largestDenominator > 2 * MaxTotalHours)
        {
            Report(null, "root", $"a share of {largestDenominator} parts is too fine for units of this size", "write the share in fewer parts");
        }

        if (credits > MaxTotalCredits || hours > MaxTotalHours)
        {
            Report(null, "root", $"its units add up to more than {MaxTotalCredits} credits or {MaxTotalHours} hours", "take units out, or mend their credits and hours");
        }
    }

    private void CheckNode(RuleNode node, NodePlace place, HashSet<string> labels)
    {
        if (!labels.Add(node.Id))
        {
            Report(place, "", $"`{node.Id}` is the label of another node of this tree", "give each node an `id` of its own");
        }

        foreach (var (index, bound) in node.Bounds.Index())
        {
            CheckBound(bound, place, $"bounds[{index}]");
        }

        CheckShape(node, place);
        foreach (var (index, child) in (node switch { RuleNode.Group g => g.Nodes, RuleNode.Choose c => c.Nodes, _ => [] }).Index())
        {
            CheckNode(child, new NodePlace(place, child.Id, "nodes", index), labels);
        }
    }

    private void CheckShape(RuleNode node, NodePlace place)
    {
        switch (node)
        {
            case RuleNode.All all:
                CheckListed(all.Units, place);
                CheckOnce(all.Units, place);
                break;
            case RuleNode.Pool pool:
                CheckListed(pool.Units, place);
                CheckNumber(pool.Clip, place, "clip");
                break;
            case RuleNode.Group group:
                CheckNumber(group.Clip, place, "clip");
                break;
            case RuleNode.Choose choose:
                CheckNumber(choose.Min, place, "min");
                CheckNumber(choose.Max, place, "max");
                break;
            case RuleNode.OtherCredit other:
                CheckNumber(other.AchievedWithinMonths, place, "withinMonths");
                break;
        }
    }

    private void CheckBound(Bound bound, NodePlace place, string part)
    {
        CheckNumber(bound.Min, place, part, ".min");
        CheckNumber(bound.Max, place, part, ".max");
        CheckUnits(bound.Units ?? [], place, part, ".units");
        if (bound.MinShare is { } share && (share.Denominator < 1 || share.Numerator < 0 || share.Numerator > share.Denominator || share.Denominator > 1_000))
        {
            Report(
                place, part + ".minShare",
                $"{share.Numerator} of {share.Denominator} is not a share between nothing and the whole (of at most 1000 parts)", "write a share such as [1,2]");
        }

        largestDenominator = Math.Max(largestDenominator, bound.MinShare?.Denominator ?? 1);
    }

    private void CheckListed(IReadOnlyList<UnitKey> units, NodePlace place)
    {
        foreach (var (index, key) in units.Index())
        {
            var unit = table.NumberOf(key);
            if (unit >= 0)
            {
                listed.Add(unit);
            }
            else
            {
                Unknown(key, place, "", $"units[{index}]");
            }
        }
    }

    /// <summary>No unit counts twice, so a group that asks for one twice could never be met; nobody means that.</summary>
    private void CheckOnce(IReadOnlyList<UnitKey> units, NodePlace place)
    {
        var seen = new HashSet<UnitKey>(units.Count);
        foreach (var (index, key) in units.Index().Where(unit => !seen.Add(unit.Item)))
        {
            Report(place, "", $"`{key}` is listed twice in a group of which every unit counts", "list it once", $"units[{index}]");
        }
    }

    private void CheckUnits(IReadOnlyList<UnitKey> units, NodePlace? place, string part, string member = "")
    {
        foreach (var (index, key) in units.Index())
        {
            if (table.NumberOf(key) < 0)
            {
                Unknown(key, place, part, $"{member}[{index}]");
            }
        }
    }

    private void Unknown(UnitKey key, NodePlace? place, string part, string member) =>
        Report(place, part, $"`{key}` is not a unit of the catalogue", "describe it in `units`, mend its `id`, or take it out of the rule", member);

    private void CheckNumber(int? number, NodePlace? place, string part, string member = "")
    {
        if (number is < 0 or > MaxNumber)
        {
            Report(place, part + member, $"{number} is not between 0 and {MaxNumber}", "mend the number");
        }
    }

    /// <summary>Reports a part of a node, or of the rule itself when there is none.</summary>
    /// <param name="member">What the path of the exchange format has beyond the part that people are told of.</param>
    private void Report(NodePlace? place, string part, string message, string remedy, string member = "") =>
        problems.Add(new RuleProblem(qualification, Joined(place?.Labels, part), message) { Place = Joined(place?.Path, part + member), Remedy = remedy });

    private static string Joined(string? place, string part) => place is null ? part : part.Length == 0 ? place : $"{place}.{part}";
}
