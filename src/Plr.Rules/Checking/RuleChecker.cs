using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Exchange;
using Plr.Rules.Text;

namespace Plr.Rules.Checking;

/// <summary>Looks for what is wrong or odd about rules: <c>plr rules check</c>.</summary>
public static class RuleChecker
{
    /// <summary>The most findings of one check, which ends there: nobody reads more, and a file can be made to have millions.</summary>
    public const int MaxFindings = 10_000;

    /// <summary>Checks the rules of a text.</summary>
    public static IReadOnlyList<RuleFinding> Check(RuleTextDocument document) =>
        Check(document.Units, document.Equivalences, document.Qualifications, document.Positions);

    /// <summary>Checks the rules of an exchange document.</summary>
    public static IReadOnlyList<RuleFinding> Check(ExchangeDocument document) =>
        Check(document.Units, document.Equivalences, document.Qualifications, new Dictionary<string, TextPosition>());

    /// <summary>Checks the rules of an exchange document, and says where in it the findings are.</summary>
    /// <param name="json">The bytes that the document was read from.</param>
    public static IReadOnlyList<RuleFinding> Check(ExchangeDocument document, ReadOnlySpan<byte> json)
    {
        var findings = Check(document);
        var places = JsonPlaces.Find(Utf8Text.WithoutMark(json), findings.Select(finding => finding.Path));
        return [.. findings.Zip(places, (finding, place) => finding with { Position = place })];
    }

    /// <summary>
    /// Findings in the order of the document, errors of each qualification first, <see cref="MaxFindings"/> at most. Without units only the
    /// structure is checked.
    /// </summary>
    private static List<RuleFinding> Check(
        IReadOnlyList<CatalogueUnit> units,
        IReadOnlyList<UnitEquivalence> equivalences,
        IReadOnlyList<QualificationRule> qualifications,
        IReadOnlyDictionary<string, TextPosition> positions)
    {
        var facts = units.ToDictionary(unit => unit.Key);
        var table = new UnitTable(units, []);
        return
        [
            .. equivalences.Index().SelectMany(entry => Check(entry.Item, $"$.equivalent[{entry.Index}]", facts, positions))
                .Concat(qualifications.Index().SelectMany(entry => Check(entry.Item, $"$.qualifications[{entry.Index}]", facts, positions, table)))
                .Take(MaxFindings),
        ];
    }

    private static IEnumerable<RuleFinding> Check(
        UnitEquivalence edge, string path, Dictionary<UnitKey, CatalogueUnit> facts, IReadOnlyDictionary<string, TextPosition> positions)
    {
        foreach (var (unit, member) in new[] { (edge.Achieved, "achieved"), (edge.CountsAs, "countsAs") }.Where(end => facts.Count > 0 && !facts.ContainsKey(end.Item1)))
        {
            yield return new RuleFinding(
                FindingSeverity.Error, FindingCodes.UnitUnknown, "", $"{path}.{member}", CheckedRule.PositionOf(path, positions),
                $"`{unit}` is not described by the document", "describe the unit, mend its key, or take the equivalence out");
        }
    }

    private static IEnumerable<RuleFinding> Check(
        QualificationRule qualification, string path, Dictionary<UnitKey, CatalogueUnit> facts, IReadOnlyDictionary<string, TextPosition> positions, UnitTable table)
    {
        if (RuleSize.Check(qualification) is [var tooLarge, ..])
        {
            var where = $"{path}.{tooLarge.Place}";
            return [new RuleFinding(
                FindingSeverity.Error, FindingCodes.NotCompilable, qualification.Number, where, CheckedRule.PositionOf(where, positions),
                $"{tooLarge.Path}: {tooLarge.Message}", tooLarge.Remedy)];
        }

        var rule = new CheckedRule(qualification, path, facts, positions);
        StructureLints.Run(rule);
        if (rule.IsWhole)
        {
            var problems = RuleValidator.Validate(table, qualification);
            if (problems.Count == 0)
            {
                SatisfactionLints.Run(rule);
            }
            else if (rule.Findings.All(finding => finding.Severity != FindingSeverity.Error))
            {
                rule.AtPart(FindingSeverity.Error, FindingCodes.NotCompilable, problems[0].Place, $"{problems[0].Path}: {problems[0].Message}", problems[0].Remedy);
            }
        }

        return rule.Findings.OrderByDescending(finding => finding.Severity);
    }
}
