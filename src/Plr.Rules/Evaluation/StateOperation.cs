namespace Plr.Rules.Evaluation;

/// <summary>What an option does to a search state.</summary>
internal enum OperationKind : byte
{
    /// <summary>Adds B to lane A.</summary>
    Add,

    /// <summary>Fails if any flag of mask B in lane A is set; sets them.</summary>
    Take,

    /// <summary>Fails unless the flags of mask B in lane A are set.</summary>
    Active,

    /// <summary>Adds 1 to lane A; fails above B.</summary>
    Bar,

    /// <summary>Dependency A: its unit is counted.</summary>
    Need,

    /// <summary>Dependency A: one of the others is counted.</summary>
    Have,
}

/// <summary>One operation; see <see cref="OperationKind"/>.</summary>
internal readonly record struct StateOperation(OperationKind Kind, int A, int B);

/// <summary>One way to decide a slot.</summary>
/// <param name="Cost">Packed cost: only a fresh unit has any.</param>
/// <param name="Offer">Place in the unit's offers; -1 leaves the slot empty.</param>
/// <param name="First">First of its operations.</param>
/// <param name="Count">How many operations.</param>
internal readonly record struct SlotOption(long Cost, int Offer, int First, int Count);
