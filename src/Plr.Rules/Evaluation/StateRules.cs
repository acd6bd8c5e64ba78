using Plr.Rules.Compilation;

namespace Plr.Rules.Evaluation;

/// <summary>Brings states of a search to a normal form, drops those that can't end well, and bounds what the others still cost.</summary>
internal sealed class StateRules
{
    private readonly CompiledRule rule;
    private readonly OptionTable options;
    private readonly Potentials potentials;
    private readonly CoverCosts covers;
    private readonly int[] barsLeft;
    private readonly int[] liveFlags;
    private readonly int flagLanes;

    public StateRules(CompiledRule rule, OfferTable offers, OptionTable options)
    {
        (this.rule, this.options) = (rule, options);
        potentials = new Potentials(rule, offers, options);
        covers = new CoverCosts(rule, offers, options);
        flagLanes = (offers.FlagCount + 31) / 32;
        Width = rule.LaneCount + flagLanes;
        liveFlags = LiveFlags(offers);
        barsLeft = BarsLeft();
    }

    /// <summary>Lanes of a state.</summary>
    public int Width { get; }

    /// <summary>Applies an option; false if a flag, a bar or a maximum forbids it.</summary>
    public bool Apply(in SlotOption option, Span<int> state)
    {
        foreach (var (kind, a, b) in options.Of(option))
        {
            switch (kind)
            {
                case OperationKind.Add:
                    state[a] += b;
                    break;
                case OperationKind.Take when (state[a] & b) != 0:
                case OperationKind.Active when (state[a] & b) == 0:
                case OperationKind.Bar when state[a] >= b:
                    return false;
                case OperationKind.Take:
                    state[a] |= b;
                    break;
                case OperationKind.Bar:
                    state[a]++;
                    break;
                case OperationKind.Need when !IsSet(state, rule.Dependencies[a].HaveFlag):
                    Set(state, rule.Dependencies[a].NeedFlag);
                    break;
                case OperationKind.Have:
                    Set(state, rule.Dependencies[a].HaveFlag);
                    Clear(state, rule.Dependencies[a].NeedFlag);
                    break;
            }
        }

        return true;
    }

    /// <summary>Checks the bounds of a closing node and hands its clipped value up; false if one does not hold.</summary>
    public bool Close(CompiledNode node, Span<int> state)
    {
        if (node.ActiveFlag >= 0 && !IsSet(state, node.ActiveFlag))
        {
            return true;
        }

        foreach (var index in node.Constraints)
        {
            var constraint = rule.Constraints[index];
            var sum = state[constraint.Lane];
            if ((constraint.HasMin && sum < constraint.Min) || sum > constraint.Max)
            {
                return false;
            }

            state[constraint.Lane] = 0;
        }

        if (node.CountLane >= 0)
        {
            if (state[node.CountLane] < node.MinActive || state[node.CountLane] > node.MaxActive)
            {
                return false;
            }

            state[node.CountLane] = 0;
        }

        if (node.ClipLane >= 0)
        {
            var seen = Math.Min(state[node.ClipLane], node.Clip!.Value);
            state[node.ClipLane] = 0;
            foreach (var lane in rule.CloseTargets[node.Index])
            {
                state[lane] += seen;
            }
        }

        return true;
    }

    /// <summary>Makes equal what can make no difference from this step on; false if the state can't be completed.</summary>
    public bool Normalise(int step, Span<int> state)
    {
        foreach (var dependency in rule.Dependencies)
        {
            if (step > dependency.LastAnyOfStep && IsSet(state, dependency.NeedFlag))
            {
                return false;
            }
        }

        for (var lane = 0; lane < flagLanes; lane++)
        {
            state[rule.LaneCount + lane] &= liveFlags[step * flagLanes + lane];
        }

        for (var bar = 0; bar < rule.Bars.Length; bar++)
        {
            if (state[rule.Bars[bar].Lane] + barsLeft[step * rule.Bars.Length + bar] <= rule.Bars[bar].Max)
            {
                state[rule.Bars[bar].Lane] = 0;
            }
        }

        foreach (var index in rule.OpenConstraints[step])
        {
            if (!Normalise(rule.Constraints[index], step, state))
            {
                return false;
            }
        }

        return true;
    }

    private bool Normalise(Constraint constraint, int step, Span<int> state)
    {
        var node = rule.Nodes[constraint.Node];
        if (node.ActiveFlag >= 0 && !IsSet(state, node.ActiveFlag))
        {
            return true;
        }

        ref var sum = ref state[constraint.Lane];
        var feeders = Feeders(constraint, state);
        // A clip inside a clip may pass on less than both show now, so only a single one is certain.
        var certain = constraint.Feeders.Count > 1 ? sum : sum + feeders;
        var most = sum + feeders + potentials.All[constraint.Index][step];
        if (certain > constraint.Max || (constraint.HasMin && most < constraint.Min))
        {
            return false;
        }

        if (most <= constraint.Max || !constraint.HasMax)
        {
            var enough = constraint.HasMin ? constraint.Min + (constraint.Share is null ? 0 : potentials.Loss[constraint.Index][step]) : 0;
            sum = constraint.HasMin ? Math.Min(sum, enough) : 0;
        }

        return true;
    }

    private static int Feeders(Constraint constraint, ReadOnlySpan<int> state)
    {
        var sum = 0;
        foreach (var (lane, clip) in constraint.Feeders)
        {
            sum += Math.Min(state[lane], clip);
        }

        return sum;
    }

    /// <summary>A packed lower bound of what any completion of the state still costs; <see cref="CoverCosts.Never"/> if there is none.</summary>
    public long CostToCome(int step, ReadOnlySpan<int> state)
    {
        if (step >= rule.Steps.Length)
        {
            return 0;
        }

        var (kind, at, _) = rule.Steps[step];
        var node = rule.Nodes[at];
        var cost = node.Tree == 0 ? CostInRoot(kind, node, step, state) : 0;
        foreach (var index in rule.OverlayConstraints)
        {
            var overlay = rule.Nodes[rule.Constraints[index].Node];
            if (step <= overlay.CloseStep && (overlay.ActiveFlag < 0 || IsSet(state, overlay.ActiveFlag)))
            {
                cost = Math.Max(cost, CoverOf(rule.Constraints[index], step, state));
            }
        }

        return cost;
    }

    /// <summary>From the innermost open node out: no less than its own bounds cost, nor than its parts do together.</summary>
    private long CostInRoot(StepKind kind, CompiledNode node, int step, ReadOnlySpan<int> state)
    {
        var cost = kind == StepKind.Enter
            ? CostOfChoice(rule.Nodes[node.Parent], state, Math.Min(covers.NodeCost[node.Index], covers.LaterSiblings[node.Index]))
            : Math.Max(CoverOf(node, step, state), kind == StepKind.Slot ? covers.Mandatory[step] : 0);
        for (var inner = node; inner.Parent >= 0; inner = rule.Nodes[inner.Parent])
        {
            var outer = rule.Nodes[inner.Parent];
            if (!outer.IsChoose)
            {
                cost += covers.LaterSiblings[inner.Index];
            }
            else if (kind != StepKind.Enter || inner.Index != node.Index)
            {
                cost += CostOfChoice(outer, state, covers.LaterSiblings[inner.Index]);
            }

            cost = Math.Min(CoverCosts.Never, Math.Max(cost, CoverOf(outer, step, state)));
        }

        return cost;
    }

    private static long CostOfChoice(CompiledNode choose, ReadOnlySpan<int> state, long least)
    {
        var needed = choose.MinActive - state[choose.CountLane];
        return needed <= 0 ? 0 : least >= CoverCosts.Never / needed ? CoverCosts.Never : needed * least;
    }

    private long CoverOf(CompiledNode node, int step, ReadOnlySpan<int> state)
    {
        var cost = 0L;
        foreach (var index in node.Constraints)
        {
            cost = Math.Max(cost, CoverOf(rule.Constraints[index], step, state));
        }

        return cost;
    }

    private long CoverOf(Constraint constraint, int step, ReadOnlySpan<int> state) =>
        constraint.HasMin && constraint.Share is null
            ? covers.Of(constraint, step, constraint.Min - state[constraint.Lane] - Feeders(constraint, state))
            : 0;

    private bool IsSet(ReadOnlySpan<int> state, int flag)
    {
        var (lane, mask) = options.Flag(flag);
        return (state[lane] & mask) != 0;
    }

    public void Set(Span<int> state, int flag)
    {
        var (lane, mask) = options.Flag(flag);
        state[lane] |= mask;
    }

    private void Clear(Span<int> state, int flag)
    {
        var (lane, mask) = options.Flag(flag);
        state[lane] &= ~mask;
    }

    private int[] LiveFlags(OfferTable offers)
    {
        var live = new int[(rule.Steps.Length + 1) * flagLanes];
        for (var flag = 0; flag < offers.FlagCount; flag++)
        {
            if (!offers.FlagLife.TryGetValue(flag, out var life) && !rule.FlagLife.TryGetValue(flag, out life))
            {
                life = (0, rule.Steps.Length - 1); // Which choices of an overlay are active: to the end.
            }

            for (var step = life.From; step <= life.To; step++)
            {
                live[step * flagLanes + flag / 32] |= unchecked(1 << flag % 32);
            }
        }

        return live;
    }

    private int[] BarsLeft()
    {
        var left = new int[(rule.Steps.Length + 1) * rule.Bars.Length];
        for (var step = rule.Steps.Length - 1; step >= 0; step--)
        {
            for (var bar = 0; bar < rule.Bars.Length; bar++)
            {
                var here = rule.Bars[bar].Steps.AsSpan().BinarySearch(step) >= 0 ? 1 : 0;
                left[step * rule.Bars.Length + bar] = left[(step + 1) * rule.Bars.Length + bar] + here;
            }
        }

        return left;
    }
}
