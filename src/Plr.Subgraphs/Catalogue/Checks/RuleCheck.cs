using Plr.Domain.Catalogue;
using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Checks;

/// <summary>What a set of units, nobody's in particular, comes to: the values of <c>type RuleOfCombinationCheck</c>.</summary>
public sealed class RuleCheck : Standing
{
    private readonly IReadOnlyList<Unit> units;

    internal RuleCheck(RequestCatalogue catalogue, Qualification qualification, IReadOnlyList<Unit> units)
        : base(
            catalogue,
            qualification,
            catalogue.Rules.Check(qualification.Number.Value, [.. units.Select(unit => (UnitKey)unit.Number.Value)], catalogue.Today)?.Verdict,
            isAwarded: false) =>
        this.units = units;

    /// <summary>The units that count, and where.</summary>
    public IReadOnlyList<CountedRuleUnit> Counted =>
        [.. (Verdict?.Counted ?? []).Where(counted => !counted.IsFresh).Select(counted =>
        {
            var held = units[counted.Achievement!.Value]; // Not fresh: it has its place in the list.
            return new CountedRuleUnit(Catalogue.Name(counted.Unit) ?? held, held, counted.Node, counted.Credits);
        })];

    /// <summary>The units that do not count, and why.</summary>
    public IReadOnlyList<UncountedRuleUnit> NotCounted =>
        [.. (Verdict?.NotCounted ?? []).Select(left => new UncountedRuleUnit(units[left.Achievement], left))];
}
