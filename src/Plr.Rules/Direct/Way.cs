namespace Plr.Rules.Direct;

/// <summary>One way in which allocations that keep a condition differ from one that breaks it.</summary>
/// <param name="Kind">What the way changes.</param>
/// <param name="At">A slot, a unit's first slot or a use.</param>
/// <param name="Sources">Of <see cref="WayKind.AvoidSources"/>: the credit sources, as bits.</param>
internal readonly record struct Way(WayKind Kind, int At, int Sources = 0);

/// <summary>What a way changes.</summary>
internal enum WayKind : byte
{
    /// <summary>The slot is filled.</summary>
    FillSlot,

    /// <summary>The slot stays empty.</summary>
    LeaveSlot,

    /// <summary>The unit is not counted.</summary>
    LeaveUnit,

    /// <summary>The use is not made.</summary>
    AvoidUse,

    /// <summary>The slot is filled from other sources, or not at all.</summary>
    AvoidSources,
}
