using System.Text;
using Plr.Rules.Checking;
using Plr.Rules.Exchange;
using Plr.Rules.Text;

namespace Plr.Rules.Tests.Checking;

public sealed class RuleCheckerTests
{
    // Lines 1 to 4; the qualification of a case begins at line 5.
    private const string Units = "unit A 4 credits at level 2\nunit B 3 credits at level 2\nunit C 5 credits at level 3\nunit D 2 credits at level 1\n";

    [Fact]
    public void A_unit_that_other_credit_may_count_is_not_a_stranger() =>
        Assert.DoesNotContain(Check(Units + "qualification Q\n  other credit R\n    at level 2 or above\n  never together A, C"), finding => finding.Code == FindingCodes.UnitNotListed);

    [Theory]
    [InlineData(FindingCodes.GroupDuplicate, "8:5", "qualification Q\n  group R\n    any of X\n    any of X")]
    [InlineData(FindingCodes.UnitUnknown, "7:5", "qualification Q\n  any of R\n    Z")]
    [InlineData(FindingCodes.UnitUnknown, "8:3", "qualification Q\n  any of R\n    A\n  never together A, Z")]
    [InlineData(FindingCodes.UnitNotListed, "8:3", "qualification Q\n  any of R\n    A\n  A requires B")]
    [InlineData(FindingCodes.BoundsContradict, "7:5", "qualification Q\n  any of R\n    between 3 and 2 credits\n    A")]
    [InlineData(FindingCodes.BoundsContradict, "8:5", "qualification Q\n  any of R\n    at most 2 credits\n    at least 3 credits\n    A")]
    [InlineData(FindingCodes.BoundsContradict, "6:3", "qualification Q\n  choose 2 of R\n    all of X\n      A")]
    [InlineData(FindingCodes.BoundsContradict, "6:3", "qualification Q\n  other credit R\n    at level 3 to level 2")]
    [InlineData(FindingCodes.UnitNotListed, "8:3", "qualification Q\n  other credit R\n    at level 3\n  never together A, C")]
    [InlineData(FindingCodes.BoundRedundant, "8:5", "qualification Q\n  any of R\n    at least 3 credits\n    at least 2 credits\n    A, B")]
    [InlineData(FindingCodes.BoundRedundant, "7:5", "qualification Q\n  any of R\n    at most 7 credits\n    A, B")]
    [InlineData(FindingCodes.MinimumAboveOffer, "7:5", "qualification Q\n  any of R\n    at least 8 credits\n    A, B")]
    [InlineData(FindingCodes.MinimumAboveOffer, "7:5", "qualification Q\n  any of R\n    at least 5 credits at level 2\n    A, C, D")]
    [InlineData(FindingCodes.Unsatisfiable, "6:3", "qualification Q\n  any of R\n    exactly 1 credit\n    A, B")]
    [InlineData(FindingCodes.Unsatisfiable, "5:1", "qualification Q\n  any of R\n    exactly 7 credits\n    A, B\n  never together A, B")]
    [InlineData(FindingCodes.ImplicitlyMandatory, "8:5", "qualification Q\n  any of R\n    at least 9 credits\n    A, B, C")]
    [InlineData(FindingCodes.MandatoryBarred, "8:3", "qualification Q\n  all of R\n    A, B\n  never together A, B")]
    [InlineData(FindingCodes.MandatoryBarred, "10:3", "qualification Q\n  group R\n    all of M\n      A\n    any of O\n  never together A, B")]
    [InlineData(FindingCodes.NodeUnreachable, "9:5", "qualification Q\n  choose 1 of R\n    all of X\n      A\n    any of Y\n      exactly 1 credit\n      B, C")]
    [InlineData(FindingCodes.NodeUnreachable, "6:3", "qualification Q\n  choose 0 of R\n    all of X\n      A")]
    [InlineData(FindingCodes.TotalContradicted, "7:5", "qualification Q 9 credits\n  any of R\n    at least 8 credits\n    A, B, C")]
    [InlineData(FindingCodes.TotalContradicted, "5:1", "qualification Q 6 credits\n  all of R\n    A, B")]
    [InlineData(FindingCodes.TotalContradicted, "5:1", "qualification Q 8 credits\n  all of R\n    A, B")]
    public void Each_mistake_is_found_at_its_line(string code, string place, string rule)
    {
        var findings = Check(Units + rule);
        Assert.Contains(findings, finding => finding.Code == code && finding.Position.ToString() == place);
    }

    [Fact]
    public void A_sound_rule_has_no_findings() =>
        Assert.Empty(Check(Units + "qualification Q 7 credits\n  group R\n    at least 7 credits\n    all of M\n      A\n    any of O\n      at least 3 credits\n      B, C, D\n"));

    [Fact]
    public void A_rule_whose_source_limits_need_achievements_is_not_called_unsatisfiable() =>
        Assert.Empty(Check(Units + "qualification Q\n  any of R\n    at least 3 credits by transfer\n    A, B, C\n"));

    [Fact]
    public void A_rule_of_more_questions_than_are_asked_is_not_called_sound()
    {
        const int Count = 500;
        var units = string.Concat(Enumerable.Range(0, Count).Select(number => $"unit U{number} 4 credits at level 2\n"));
        var findings = Check($"{units}qualification Q\n  any of R\n    at least {4 * Count} credits\n    {string.Join(", ", Enumerable.Range(0, Count).Select(number => $"U{number}"))}\n");
        Assert.InRange(findings.Count(finding => finding.Code == FindingCodes.ImplicitlyMandatory), 1, Satisfiability.MaxUnitsAsked / Count);
        Assert.Contains(findings, finding => finding.Code == FindingCodes.Undecided);
    }

    [Fact]
    public void An_incomplete_rule_is_checked_in_its_structure_alone() =>
        Assert.Empty(Check(Units + "qualification Q\n  incomplete \"the units\"\n  any of R\n    at least 30 credits\n    A\n"));

    [Fact]
    public void Of_an_exchange_document_the_path_is_named()
    {
        var (document, _) = ExchangeReader.Read(Encoding.UTF8.GetBytes(
            """{"format":"rta-exchange/1","units":[{"id":"A","credits":4,"level":2}],"qualifications":[{"id":"Q","root":{"id":"R","type":"pool","units":["A"],"bounds":[{"measure":"credits","min":5}]}}]}"""));
        var finding = RuleChecker.Check(document!).First(found => found.Code == FindingCodes.MinimumAboveOffer);
        Assert.StartsWith("$.qualifications[0].root.bounds[0]: error MINIMUM_ABOVE_OFFER: `Q`", finding.ToString(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<RuleFinding> Check(string text)
    {
        var (document, problems) = RuleText.Read(text);
        Assert.Empty(problems);
        return RuleChecker.Check(document!);
    }
}
