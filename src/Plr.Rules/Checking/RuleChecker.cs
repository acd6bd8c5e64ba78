using Plr.Rules.Compilation;
using Plr.Rules.Exchange;
using Plr.Rules.Text;

namespace Plr.Rules.Checking;

/// <summary>Looks for what is wrong or odd about rules: <c>plr rules check</c>.</summary>
public static class RuleChecker
{
    /// <summary>Checks the rules of a text.</summary>
    public static IReadOnlyList<RuleFinding> Check(RuleTextDocument document) => Check(document.Units, document.Qualifications, document.Positions);

    /// <summary>Checks the rules of an exchange document.</summary>
    public static IReadOnlyList<RuleFinding> Check(ExchangeDocument document) =>
        Check(document.Units, document.Qualifications, new Dictionary<string, TextPosition>());

    /// <summary>Findings in the order of the qualifications, errors of each first. Without units only the structure is checked.</summary>
    private static List<RuleFinding> Check(
        IReadOnlyList<CatalogueUnit> units, IReadOnlyList<QualificationRule> qualifications, IReadOnlyDictionary<string, TextPosition> positions)
    {
        var facts = units.ToDictionary(unit => unit.Key);
        var table = new UnitTable(units, []);
        return [.. qualifications.Index().SelectMany(entry =>
            Check(new CheckedRule(entry.Item, $"$.qualifications[{entry.Index}]", facts, positions), table))];
    }

    private static IEnumerable<RuleFinding> Check(CheckedRule rule, UnitTable table)
    {
        StructureLints.Run(rule);
        if (rule.IsWhole)
        {
            var problems = RuleValidator.Validate(table, rule.Qualification);
            if (problems.Count == 0)
            {
                SatisfactionLints.Run(rule);
            }
            else if (rule.Findings.All(finding => finding.Severity != FindingSeverity.Error))
            {
                rule.AtPart(FindingSeverity.Error, FindingCodes.NotCompilable, "", $"{problems[0].Path}: {problems[0].Message}", "make the rule smaller, or split it");
            }
        }

        return rule.Findings.OrderByDescending(finding => finding.Severity);
    }
}
