using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.OtherCredit;

/// <summary>Which units a group of other credit is about.</summary>
internal static class OtherCreditFilter
{
    /// <summary>Whether a unit is of the group's levels and sectors. A sector "15" takes in "15.3"; no sector takes in every unit.</summary>
    public static bool Passes(this RuleNode.OtherCredit group, CatalogueUnit unit) =>
        !(unit.Level < group.MinLevel) && !(unit.Level > group.MaxLevel)
        && (group.Sectors.Count == 0 || group.Sectors.Any(sector => unit.Sectors.Any(code => IsWithin(code, sector))));

    /// <summary>The groups of other credit of a tree, in its order.</summary>
    public static IEnumerable<RuleNode.OtherCredit> OtherCreditOf(RuleNode node) => node switch
    {
        RuleNode.OtherCredit other => [other],
        RuleNode.Group group => group.Nodes.SelectMany(OtherCreditOf),
        RuleNode.Choose choose => choose.Nodes.SelectMany(OtherCreditOf),
        _ => [],
    };

    private static bool IsWithin(string code, string sector) =>
        code.StartsWith(sector, StringComparison.Ordinal) && (code.Length == sector.Length || code[sector.Length] == '.');
}
