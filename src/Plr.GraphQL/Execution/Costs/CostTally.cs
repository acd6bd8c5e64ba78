using Plr.GraphQL.Types.Costs;

namespace Plr.GraphQL.Execution.Costs;

// A cost in thousandths, its two kinds apart. Sums and products stop at Most instead of overflowing.
internal readonly record struct CostTally(long Fields, long Types)
{
    // As much as anyone counts; far past any limit.
    internal const long Most = long.MaxValue / 4;

    internal decimal FieldCost => (decimal)Fields / Weight.One;

    internal decimal TypeCost => (decimal)Types / Weight.One;

    internal decimal Total => FieldCost + TypeCost;

    internal CostTally Plus(CostTally other) => new(Math.Min(Fields + other.Fields, Most), Math.Min(Types + other.Types, Most));

    internal CostTally Times(long count) => new(Times(Fields, count), Times(Types, count));

    // Of each kind the larger.
    internal CostTally OrMore(CostTally other) => new(Math.Max(Fields, other.Fields), Math.Max(Types, other.Types));

    private static long Times(long cost, long count) =>
        cost == 0 || count == 0 ? 0 : count > Most / cost ? Most : cost * count;
}
