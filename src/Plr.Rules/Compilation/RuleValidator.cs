using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>Finds what makes a rule impossible to compile: unknown units, duplicate labels, absurd numbers, too many levels.</summary>
internal sealed class RuleValidator
{
    /// <summary>The deepest nesting of groups.</summary>
    public const int MaxDepth = 64;

    /// <summary>The most units that one rule lists, duplicates included.</summary>
    public const int MaxListings = 4_000;

    /// <summary>The largest number in a bound, an age or a bar.</summary>
    public const int MaxNumber = 1_000_000;

    /// <summary>The most nodes, and the most bounds, of one rule.</summary>
    public const int MaxParts = 2_000;

    /// <summary>The most credits of all units that one rule lists.</summary>
    public const long MaxTotalCredits = 8_000_000;

    /// <summary>The most guided learning hours of all units that one rule lists.</summary>
    public const long MaxTotalHours = 250_000_000;

    private readonly UnitTable table;
    private readonly string qualification;
    private readonly List<RuleProblem> problems = [];
    private readonly HashSet<int> listed = [];
    private int listings;
    private int nodes;
    private int bounds;
    private long largestDenominator = 1;

    private RuleValidator(UnitTable table, string qualification) => (this.table, this.qualification) = (table, qualification);

    /// <summary>What is wrong with the rule, in the order of its text; empty if nothing.</summary>
    public static IReadOnlyList<RuleProblem> Validate(UnitTable table, QualificationRule qualification)
    {
        var validator = new RuleValidator(table, qualification.Number);
        validator.Check(qualification.Rule);
        return validator.problems;
    }

    private void Check(RuleOfCombination rule)
    {
        foreach (var tree in rule.Overlays.Prepend(rule.Root))
        {
            CheckNode(tree, tree.Id, depth: 1, []);
        }

        foreach (var (index, bar) in rule.Bars.Index())
        {
            CheckUnits(bar.Units, $"bars[{index}]", list: false);
            CheckNumber(bar.Max, $"bars[{index}].max");
        }

        foreach (var (index, dependency) in rule.Requires.Index())
        {
            CheckUnits([dependency.If, .. dependency.AnyOf], $"requires[{index}]", list: false);
        }

        foreach (var (index, limit) in rule.MaxAges.Index())
        {
            CheckUnits(limit.Units, $"maxAge[{index}]", list: false);
            CheckNumber(limit.Months, $"maxAge[{index}].months");
        }

        CheckNumber(rule.MaxAgeMonths, "maxAgeMonths");
        CheckTotals();
    }

    private void CheckTotals()
    {
        if (listings > MaxListings)
        {
            Report("root", $"lists {listings} units, more than {MaxListings}");
        }

        if (nodes > MaxParts || bounds > MaxParts)
        {
            Report("root", $"has {nodes} nodes and {bounds} bounds, more than {MaxParts}");
        }

        var credits = listed.Sum(unit => (long)table.Units[unit].Credits);
        var hours = listed.Sum(unit => (long)table.Units[unit].GuidedLearningHours);
        if (Math.Max(credits, hours) * largestDenominator > 2 * MaxTotalHours)
        {
            Report("root", $"a share of {largestDenominator} parts is too fine for units of this size");
        }

        if (credits > MaxTotalCredits || hours > MaxTotalHours)
        {
            Report("root", $"its units add up to more than {MaxTotalCredits} credits or {MaxTotalHours} hours");
        }
    }

    private void CheckNode(RuleNode node, string path, int depth, HashSet<string> labels)
    {
        if (depth > MaxDepth)
        {
            Report(path, $"groups are nested more than {MaxDepth} deep");
            return;
        }

        nodes++;
        bounds += node.Bounds.Count;
        if (!labels.Add(node.Id))
        {
            Report(path, $"`{node.Id}` is the label of another node of this tree");
        }

        foreach (var (index, bound) in node.Bounds.Index())
        {
            CheckBound(bound, $"{path}.bounds[{index}]");
        }

        CheckShape(node, path);
        foreach (var child in node switch { RuleNode.Group g => g.Nodes, RuleNode.Choose c => c.Nodes, _ => [] })
        {
            CheckNode(child, $"{path}/{child.Id}", depth + 1, labels);
        }
    }

    private void CheckShape(RuleNode node, string path)
    {
        switch (node)
        {
            case RuleNode.All all:
                CheckUnits(all.Units, path, list: true);
                break;
            case RuleNode.Pool pool:
                CheckUnits(pool.Units, path, list: true);
                CheckNumber(pool.Clip, $"{path}.clip");
                break;
            case RuleNode.Group group:
                CheckNumber(group.Clip, $"{path}.clip");
                break;
            case RuleNode.Choose choose:
                CheckNumber(choose.Min, $"{path}.min");
                CheckNumber(choose.Max, $"{path}.max");
                break;
            case RuleNode.OtherCredit other:
                CheckNumber(other.AchievedWithinMonths, $"{path}.withinMonths");
                break;
        }
    }

    private void CheckBound(Bound bound, string path)
    {
        CheckNumber(bound.Min, $"{path}.min");
        CheckNumber(bound.Max, $"{path}.max");
        CheckUnits(bound.Units ?? [], $"{path}.units", list: false);
        if (bound.MinShare is { } share && (share.Denominator < 1 || share.Numerator < 0 || share.Numerator > share.Denominator || share.Denominator > 1_000))
        {
            Report($"{path}.minShare", $"{share.Numerator} of {share.Denominator} is not a share between nothing and the whole (of at most 1000 parts)");
        }

        largestDenominator = Math.Max(largestDenominator, bound.MinShare?.Denominator ?? 1);
    }

    private void CheckUnits(IEnumerable<UnitKey> units, string path, bool list)
    {
        foreach (var key in units)
        {
            var unit = table.NumberOf(key);
            if (unit < 0)
            {
                Report(path, $"`{key}` is not a unit of the catalogue");
            }
            else if (list)
            {
                listings++;
                listed.Add(unit);
            }
        }
    }

    private void CheckNumber(int? number, string path)
    {
        if (number is < 0 or > MaxNumber)
        {
            Report(path, $"{number} is not between 0 and {MaxNumber}");
        }
    }

    private void Report(string path, string message) => problems.Add(new RuleProblem(qualification, path, message));
}
