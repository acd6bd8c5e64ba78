using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Checking;

/// <summary>What only the units and the exact evaluator can tell. For rules that are whole and compile.</summary>
internal static class SatisfactionLints
{
    public static void Run(CheckedRule rule)
    {
        Minima(rule);
        var exact = new Satisfiability(rule.Units);
        var whole = exact.Of(rule.Rule);
        if (whole.Status == VerdictStatus.RuleTooComplex)
        {
            rule.AtPart(FindingSeverity.Note, FindingCodes.Undecided, "", "whether it can be met was not found out within the work allowed", "check its groups one by one");
            return;
        }

        var impossible = Impossible(rule, exact);
        if (whole.Status == VerdictStatus.Unreachable)
        {
            if (!impossible.Any(entry => entry.Severity == FindingSeverity.Error))
            {
                rule.AtPart(FindingSeverity.Error, FindingCodes.Unsatisfiable, "",
                    "no combination of its units meets all of the rule, though each of its groups can be met alone", "look at what groups ask of each other: limits around them, bars, requirements, overlays");
            }

            return;
        }

        Total(rule, exact);
        Mandatory(rule, exact, whole);
        if (exact.IsSpent)
        {
            rule.AtPart(FindingSeverity.Note, FindingCodes.Undecided, "", "which of its groups and units are needed was not found out within the work allowed", "check its groups one by one");
        }
    }

    /// <summary>Groups that can't be met even alone: the innermost ones. An error unless a choice goes round them.</summary>
    private static List<RuleFinding> Impossible(CheckedRule rule, Satisfiability exact)
    {
        var from = rule.Findings.Count;
        var bad = new List<string>();
        foreach (var (node, path) in Enumerable.Reverse(rule.Root).Where(entry => entry.Node is not RuleNode.All { Bounds.Count: 0 }))
        {
            if (bad.Any(inner => inner.StartsWith(path + ".", StringComparison.Ordinal)) || exact.Of(new RuleOfCombination { Root = node }).Status != VerdictStatus.Unreachable)
            {
                continue;
            }

            bad.Add(path);
            var optional = rule.Root.Any(outer => outer.Node is RuleNode.Choose choose && choose.Min < choose.Nodes.Count && path.StartsWith(outer.Path + ".", StringComparison.Ordinal));
            rule.At(optional ? FindingSeverity.Warning : FindingSeverity.Error, optional ? FindingCodes.NodeUnreachable : FindingCodes.Unsatisfiable, path,
                $"no combination of its units meets the limits of `{node.Id}`{(optional ? ", so it can never be chosen" : "")}", "lower a minimum, raise a maximum, or list more units");
        }

        return rule.Findings[from..];
    }

    private static void Minima(CheckedRule rule)
    {
        foreach (var (node, path) in rule.Trees.SelectMany(tree => tree))
        {
            var below = CheckedRule.ListedBelow(node).Select(key => rule.Units[key]).ToList();
            foreach (var (index, bound) in node.Bounds.Index())
            {
                var offer = below.Where(unit => (bound.MinLevel ?? unit.Level) <= unit.Level && unit.Level <= (bound.MaxLevel ?? unit.Level) && bound.Units?.Contains(unit.Key) != false)
                    .Sum(unit => bound.Measure switch { BoundMeasure.Credits => (long)unit.Credits, BoundMeasure.Units => 1, _ => unit.GuidedLearningHours });
                var (measure, at) = (Text.Keywords.Plural(bound.Measure), $"{path}.bounds[{index}]");
                if (bound.Min > offer)
                {
                    rule.At(FindingSeverity.Error, FindingCodes.MinimumAboveOffer, at, $"it asks for {bound.Min} {measure}, and its units have {offer} together", "lower the minimum, or list more units");
                }
                else if (bound.Max >= offer && bound.Min is null or 0 && bound.MinShare is null)
                {
                    rule.At(FindingSeverity.Note, FindingCodes.BoundRedundant, at, $"its units have {offer} {measure} together, so the maximum of {bound.Max} is never passed", "drop it, or lower it");
                }
            }
        }
    }

    /// <summary>Only a unit that one solution counts can be one that none goes without.</summary>
    private static void Mandatory(CheckedRule rule, Satisfiability exact, Verdict whole)
    {
        var known = CheckedRule.Mandatory(rule.Rule.Root).ToHashSet();
        var optional = rule.Root.Where(entry => entry.Node is RuleNode.Pool).SelectMany(entry => CheckedRule.ListedIn(entry.Node).Select(unit => (Unit: unit, entry.Path)))
            .Where(entry => !known.Contains(entry.Unit)).DistinctBy(entry => entry.Unit).ToList();
        var counted = whole.Counted.Select(unit => unit.Unit).ToHashSet();
        foreach (var (unit, path) in optional.Where(entry => counted.Contains(entry.Unit)))
        {
            if (exact.Of(rule.Rule, without: unit).Status == VerdictStatus.Unreachable)
            {
                rule.At(FindingSeverity.Warning, FindingCodes.ImplicitlyMandatory, path + ".units", $"`{unit}` stands among optional units, and the rule can't be met without it", "list it with the mandatory units, or lower what makes it so");
            }
        }
    }

    private static void Total(CheckedRule rule, Satisfiability exact)
    {
        if (rule.Qualification.TotalCredits is not { } total)
        {
            return;
        }

        var stated = rule.Rule.Root.Bounds.Index().Where(entry => entry.Item is { Measure: BoundMeasure.Credits, IsUnfiltered: true }).ToList();
        foreach (var (index, bound) in stated.Where(entry => entry.Item.Max < total || entry.Item.Min is { } min && min != total))
        {
            rule.AtPart(FindingSeverity.Error, FindingCodes.TotalContradicted, $"root.bounds[{index}]", $"the qualification is published with {total} credits, and the rule says otherwise", "mend the one or the other");
        }

        var least = exact.Of(rule.Rule with { Root = rule.Rule.Root with { Bounds = [.. rule.Rule.Root.Bounds.Where((_, index) => stated.All(entry => entry.Index != index))] } });
        if (least is { Status: VerdictStatus.Reachable or VerdictStatus.Satisfied, CreditsFromScratch: { } needed } && needed > total)
        {
            rule.AtPart(FindingSeverity.Warning, FindingCodes.TotalContradicted, "", $"its groups need {needed} credits at least, and it is published with {total}", "mend the minima of the groups, or the total");
        }
        else if (stated.All(entry => entry.Item.Min is null) && least.CreditsFromScratch < total)
        {
            rule.AtPart(FindingSeverity.Warning, FindingCodes.TotalContradicted, "", $"{least.CreditsFromScratch} credits meet the rule, and it is published with {total}", $"say `at least {total} credits` in its outermost group");
        }
    }
}
