using Plr.Domain.Combination;
using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <content>Overlays: counted units fill every place they have. That is the best filling where no maximum, choice or clip is.</content>
internal sealed partial class WitnessCheck
{
    private bool KeepsOverlays()
    {
        for (var node = FirstOverlayNode(); node < layout.Nodes.Length; node++)
        {
            if (!KeepsOverlayNode(node))
            {
                return IsPlainTree(layout.Nodes[node].Tree) ? false : NobodyKnows();
            }
        }

        return true;
    }

    private int FirstOverlayNode() => layout.Nodes[0].EndNode;

    private bool KeepsOverlayNode(int index)
    {
        ref readonly var node = ref layout.Nodes[index];
        if (node.Kind == LayoutKind.Choose || node.ListsTwice)
        {
            return NobodyKnows();
        }

        for (var slot = node.FirstSlot; slot < node.FirstSlot + node.OwnSlots && node.Kind == LayoutKind.All; slot++)
        {
            if (!IsCounted(layout.Slots[slot].First))
            {
                FillUnit(layout.Slots[slot].First);
                return false;
            }
        }

        for (var bound = node.FirstBound; bound < node.EndBound; bound++)
        {
            if (!KeepsOverlayBound(layout.Bounds[bound], node))
            {
                return false;
            }
        }

        return true;
    }

    private bool KeepsOverlayBound(LayoutBound bound, in LayoutNode node)
    {
        if (bound.SeesClips && layout.HasOverlayClips)
        {
            return NobodyKnows();
        }

        var sum = 0;
        for (var slot = node.FirstSlot; slot < node.EndSlot; slot++)
        {
            sum += FillOf(layout.Slots[slot].First) is >= 0 and var fill
                ? bound.Contribution(layout.Slots[slot], slot - node.FirstSlot, SourceOf(fill)) : 0;
        }

        if (bound.HasMax && sum > bound.Max)
        {
            return NobodyKnows();
        }

        if (!bound.HasMin || sum >= bound.Min)
        {
            return true;
        }

        if (bound.Share is not null || !bound.HasAllSources)
        {
            return NobodyKnows();
        }

        for (var slot = node.FirstSlot; slot < node.EndSlot; slot++)
        {
            if (!IsCounted(layout.Slots[slot].First) && bound.Contribution(layout.Slots[slot], slot - node.FirstSlot, CreditSource.Fresh) > 0)
            {
                FillUnit(layout.Slots[slot].First);
            }
        }

        return false;
    }

    /// <summary>The slot of the root tree that a unit is counted in, or -1.</summary>
    private int FillOf(int first)
    {
        for (var slot = first; slot >= 0; slot = layout.Slots[slot].Next)
        {
            if (filled[slot])
            {
                return slot;
            }
        }

        return -1;
    }

    /// <summary>Whether filling more never breaks anything in an overlay.</summary>
    private bool IsPlainTree(int tree) => Array.TrueForAll(layout.Nodes, node => node.Tree != tree || node.Kind != LayoutKind.Choose);
}
