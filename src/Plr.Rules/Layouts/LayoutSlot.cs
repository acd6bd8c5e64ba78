using Plr.Domain.Combination;

namespace Plr.Rules.Layouts;

/// <summary>One listing of a unit.</summary>
internal struct LayoutSlot
{
    /// <summary>The unit's number in the catalogue.</summary>
    public required int Unit;

    /// <summary>Its key: beside the number, since an explanation names most of what is counted.</summary>
    public required UnitKey Key;

    public required int Node;
    public required int Credits;
    public required int Hours;
    public required int Level;
    public required bool IsAvailable;

    /// <summary>The first slot of the same unit in the root tree: it stands for the unit. -1 if an overlay lists what the root tree does not.</summary>
    public int First;

    /// <summary>The next slot of the same unit in the root tree, or -1.</summary>
    public int Next;

    /// <summary>What taking the unit costs, packed as <see cref="RuleLayout.Unpack"/> reads it.</summary>
    public uint Cost;
}
