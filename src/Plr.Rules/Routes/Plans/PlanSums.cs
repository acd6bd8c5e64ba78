using System.Numerics;

namespace Plr.Rules.Routes.Plans;

/// <summary>A plan with what is achieved and what is on offer, and the sums of fresh credits that its groups allow.</summary>
internal readonly ref struct PlanSums(RoutePlan plan, PlanVariant variant, PlanWay way, PlanHoldings holdings)
{
    /// <summary>Sums from 0 to one less than this are kept, as bits.</summary>
    public const int SumBits = 128;

    public RoutePlan Plan => plan;

    /// <summary>No sum among those that are kept, but perhaps a larger one.</summary>
    public const int Unknown = -1;

    private readonly UInt128 have = holdings.Have & ~way.Left;
    private readonly UInt128 fresh = plan.Available & ~holdings.Have & ~way.Left;

    public PlanVariant Variant => variant;

    /// <summary>The lanes that matter for what is held.</summary>
    public PlanLane[] Lanes { get; } = holdings.IsOwn ? variant.OwnLanes : variant.Lanes;

    /// <summary>The only lane, if it is a plain minimum of credits.</summary>
    public PlanLane? Floor { get; } = holdings.IsOwn || variant.Lanes.Length == variant.OwnLanes.Length ? variant.Floor : null;

    /// <summary>Listings that an achievement may fill.</summary>
    public UInt128 Have => have;

    /// <summary>Listings that fresh study may fill.</summary>
    public UInt128 Fresh => fresh;

    /// <summary>Listings that have to be filled.</summary>
    public UInt128 Taken => way.Taken;

    /// <summary>Whether what has to be filled can be.</summary>
    public bool CanTake => (way.Taken & ~have & ~fresh) == 0;

    /// <summary>What one node contributes.</summary>
    private struct Part
    {
        /// <summary>Achieved credits, and mandatory fresh ones: counted in any case.</summary>
        public int Achieved;
        public int Mandatory;

        /// <summary>The sums of optional fresh credits that can be.</summary>
        public UInt128 Sums;

        /// <summary>Achieved units below that might rather be left uncounted.</summary>
        public UInt128 Leavable;
    }

    /// <summary>Credits that a floor lacks when all achieved and mandatory units count.</summary>
    public int Missing(PlanLane floor)
    {
        var certain = way.Taken;
        foreach (ref readonly var node in variant.Nodes.AsSpan())
        {
            certain |= node.Kind == PlanNodeKind.All ? node.Members : node.Members & have;
        }

        return floor.Min - plan.CreditsOf(certain & floor.Scope & floor.Passing);
    }

    /// <summary>The least fresh credits when all achieved units count and the optional fresh ones add up to some need.</summary>
    /// <param name="offered">The fresh units that pools may use.</param>
    /// <param name="relaxed">Whether achieved units have no part in a maximum: then it is a lower bound, else an upper one.</param>
    /// <param name="touched">The achieved units that some maximum is over.</param>
    /// <returns>The credits, <see cref="PlanEvaluator.Unreachable"/> or <see cref="Unknown"/>.</returns>
    public int Smallest(UInt128 offered, int need, bool relaxed, out UInt128 touched)
    {
        var nodes = variant.Nodes;
        Span<Part> stack = stackalloc Part[nodes.Length];
        var top = 0;
        touched = 0;
        foreach (ref readonly var node in nodes.AsSpan())
        {
            var part = new Part { Sums = 1 };
            switch (node.Kind)
            {
                case PlanNodeKind.All:
                    var missing = node.Members & ~have;
                    if ((missing & ~fresh) != 0)
                    {
                        return PlanEvaluator.Unreachable;
                    }

                    (part.Achieved, part.Mandatory) = (plan.CreditsOf(node.Members & have), plan.CreditsOf(missing));
                    break;
                case PlanNodeKind.Pool:
                    part.Leavable = node.Members & have & ~way.Taken;
                    part.Achieved = (node.Members & have) == 0 ? 0 : plan.CreditsOf(node.Members & have);
                    part.Mandatory = (node.Members & way.Taken) == 0 ? 0 : plan.CreditsOf(node.Members & way.Taken & fresh);
                    part.Sums = SumsOf(node, offered, forgetHeld: relaxed && part.Leavable != 0);
                    touched |= node.MaxUnits != int.MaxValue ? part.Leavable : 0;
                    break;
                default:
                    top -= node.Children;
                    Join(stack.Slice(top, node.Children), ref part);
                    break;
            }

            touched |= node.Max != int.MaxValue ? part.Leavable : 0;
            Window(node, relaxed && part.Leavable != 0, ref part);
            if (part.Sums == 0)
            {
                return None(node, relaxed && part.Leavable != 0, part);
            }

            stack[top++] = part;
        }

        var sums = need >= SumBits ? 0 : stack[0].Sums >> need << need;
        return sums != 0 ? stack[0].Mandatory + (int)UInt128.TrailingZeroCount(sums) : None(nodes[^1], relaxed, stack[0]);
    }

    /// <summary>Why there is no sum: none is possible, or only one past those that are kept.</summary>
    private int None(in PlanNode node, bool forgetHeld, in Part part)
    {
        var isKept = node.Max - part.Mandatory - (forgetHeld ? 0 : part.Achieved) < SumBits;
        return isKept || plan.CreditsOf(fresh) < SumBits ? PlanEvaluator.Unreachable : Unknown;
    }

    private static void Join(ReadOnlySpan<Part> children, ref Part part)
    {
        foreach (ref readonly var child in children)
        {
            part.Achieved += child.Achieved;
            part.Mandatory += child.Mandatory;
            part.Leavable |= child.Leavable;
            part.Sums = Add(part.Sums, child.Sums);
        }
    }

    /// <summary>Keeps the sums within a node's bounds.</summary>
    /// <param name="forgetHeld">Whether achieved units may be left out: then only what is taken fresh is sure to be under the maximum.</param>
    private static void Window(in PlanNode node, bool forgetHeld, ref Part part)
    {
        var certain = part.Achieved + part.Mandatory;
        var least = node.Min - certain;
        if (least > 0)
        {
            part.Sums = least >= SumBits ? 0 : part.Sums >> least << least;
        }

        var most = node.Max - (forgetHeld ? part.Mandatory : certain);
        if (most < SumBits - 1)
        {
            part.Sums &= most < 0 ? 0 : (UInt128.One << most + 1) - 1;
        }
    }

    private UInt128 SumsOf(in PlanNode node, UInt128 offered, bool forgetHeld)
    {
        var items = node.Members & offered & ~way.Taken;
        if (node.CountsUnits)
        {
            return SumsByCount(node, items, forgetHeld);
        }

        var (low, high) = (1UL, 0UL);
        for (var half = 0; half < 2; half++, items >>= 64)
        {
            for (var bits = unchecked((ulong)items); bits != 0; bits &= bits - 1)
            {
                int credits = plan.Credits[half * 64 + BitOperations.TrailingZeroCount(bits)];
                AddShifted(low, high, credits, ref low, ref high);
            }
        }

        return new UInt128(high, low);
    }

    /// <summary>Adds sums that are larger by some credits. UInt128 shifts with branches, and this is where a ranking's time goes.</summary>
    private static void AddShifted(ulong low, ulong high, int credits, ref ulong intoLow, ref ulong intoHigh)
    {
        if (credits < 64)
        {
            intoHigh |= high << credits | low >> 1 >> 63 - credits;
            intoLow |= low << credits;
        }
        else if (credits < SumBits)
        {
            intoHigh |= low << credits - 64;
        }
    }

    private UInt128 SumsByCount(in PlanNode node, UInt128 items, bool forgetHeld)
    {
        var certain = (int)UInt128.PopCount(node.Members & (have | way.Taken));
        var count = (int)UInt128.PopCount(items);
        var most = (int)Math.Min(count, (long)node.MaxUnits - (forgetHeld ? (int)UInt128.PopCount(node.Members & way.Taken & fresh) : certain));
        Span<UInt128> layers = stackalloc UInt128[count + 1];
        layers.Clear();
        layers[0] = 1;
        var seen = 0;
        for (; items != 0; items &= items - 1)
        {
            var credits = plan.Credits[(int)UInt128.TrailingZeroCount(items)];
            for (var layer = seen++; layer >= 0; layer--)
            {
                layers[layer + 1] |= layers[layer] << credits;
            }
        }

        UInt128 sums = 0;
        for (var layer = Math.Max(0, node.MinUnits - certain); layer <= most; layer++)
        {
            sums |= layers[layer];
        }

        return sums;
    }

    private static UInt128 Add(UInt128 one, UInt128 other)
    {
        if (one == 1)
        {
            return other;
        }

        if (UInt128.PopCount(one) > UInt128.PopCount(other))
        {
            (one, other) = (other, one);
        }

        var (low, high) = (0UL, 0UL);
        for (var half = 0; half < 2; half++, one >>= 64)
        {
            for (var bits = unchecked((ulong)one); bits != 0; bits &= bits - 1)
            {
                AddShifted(unchecked((ulong)other), unchecked((ulong)(other >> 64)), half * 64 + BitOperations.TrailingZeroCount(bits), ref low, ref high);
            }
        }

        return new UInt128(high, low);
    }
}
