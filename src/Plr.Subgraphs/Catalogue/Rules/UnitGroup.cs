using Plr.Domain.Catalogue;
using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>A group of units: the values of <c>type UnitGroup</c>.</summary>
public sealed class UnitGroup : RuleGroup
{
    private readonly IReadOnlyList<UnitKey> units;
    private readonly IReadOnlyList<UnidentifiedUnit> unidentified;

    internal UnitGroup(
        RuleNode node, IReadOnlyList<UnitKey> units, IReadOnlyList<UnidentifiedUnit> unidentified, bool isMandatory, RequestCatalogue catalogue)
        : base(node, catalogue)
    {
        this.units = units;
        this.unidentified = unidentified;
        IsMandatory = isMandatory;
    }

    /// <summary>The units.</summary>
    public IReadOnlyList<Unit> Units => UnitsOf(units, Catalogue);

    /// <summary>Whether every unit must be achieved.</summary>
    public bool IsMandatory { get; }

    /// <summary>Units that were published without a number.</summary>
    public IReadOnlyList<UnnumberedUnit> UnidentifiedUnits => [.. unidentified.Select(UnnumberedUnit.Of)];
}
