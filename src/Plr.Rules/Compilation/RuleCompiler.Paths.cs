namespace Plr.Rules.Compilation;

/// <content>Which sums a slot or a closing node adds to.</content>
internal sealed partial class RuleCompiler
{
    private IEnumerable<CompiledNode> UpFrom(int node)
    {
        for (var at = node; at >= 0; at = nodes[at].Parent)
        {
            yield return nodes[at];
        }
    }

    private int[] ConstraintsAbove(Slot slot) => [.. UpFrom(slot.Node).SelectMany(node => node.Constraints)];

    private int[] DirectConstraints(Slot slot)
    {
        var direct = new List<int>();
        var clipped = false;
        foreach (var node in UpFrom(slot.Node))
        {
            direct.AddRange(node.Constraints.Where(index => !clipped || !constraints[index].SeesClips));
            clipped |= node.Clip is not null;
        }

        return [.. direct];
    }

    private int ClipAtOrAbove(int start) => UpFrom(start).FirstOrDefault(node => node.Clip is not null)?.ClipLane ?? -1;

    private int[] CloseTargets(CompiledNode closing)
    {
        var lanes = new List<int>();
        if (closing.Clip is null || closing.Parent < 0)
        {
            return [];
        }

        foreach (var node in UpFrom(closing.Parent))
        {
            lanes.AddRange(node.Constraints.Where(index => constraints[index].SeesClips).Select(index => constraints[index].Lane));
            if (node.Clip is not null)
            {
                lanes.Add(node.ClipLane);
                break;
            }
        }

        return [.. lanes];
    }

    private int[] OpenConstraints(int step) =>
    [
        .. constraints.Where(constraint =>
        {
            var node = nodes[constraint.Node];
            return node.Tree > 0 ? step <= node.CloseStep : node.FirstStep < step && step <= node.CloseStep;
        }).Select(constraint => constraint.Index),
    ];
}
