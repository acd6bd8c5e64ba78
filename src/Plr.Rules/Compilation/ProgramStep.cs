namespace Plr.Rules.Compilation;

/// <summary>What one step of a compiled rule decides.</summary>
internal enum StepKind : byte
{
    /// <summary>Whether a child of a choose is active; if not, the search goes on after its close.</summary>
    Enter,

    /// <summary>Which offer, if any, fills a slot.</summary>
    Slot,

    /// <summary>Nothing: the bounds of a node are checked, and its clipped value goes up.</summary>
    Close,
}

/// <summary>One step: the node it belongs to and, of a slot, its number.</summary>
internal readonly record struct ProgramStep(StepKind Kind, int Node, int Slot);

/// <summary>One listing of a unit in a tree.</summary>
/// <param name="Unit">The unit's number within the rule.</param>
/// <param name="Node">The node that lists it.</param>
/// <param name="Step">The step that decides it; -1 in overlays.</param>
internal readonly record struct Slot(int Unit, int Node, int Step);
