using Plr.Domain.Combination;

namespace Plr.Rules.Routes.Plans;

/// <summary>The states of a lane that matter for one learner: its sum, shifted so that it is never negative.</summary>
internal readonly struct LaneSums
{
    private readonly int gained;

    private LaneSums(PlanLane lane, int start, int least, int size, bool isCapped, int stride, int gained) =>
        (Lane, Start, Least, Size, IsCapped, Stride, this.gained) = (lane, start, least, size, isCapped, stride, gained);

    public PlanLane Lane { get; }

    /// <summary>The state of nothing counted.</summary>
    public int Start { get; }

    /// <summary>The least state that is allowed in the end.</summary>
    public int Least { get; }

    /// <summary>How many states there are.</summary>
    public int Size { get; }

    /// <summary>Whether to pass the last state is forbidden; else it is enough.</summary>
    public bool IsCapped { get; }

    /// <summary>How far apart the states lie among the rows.</summary>
    public int Stride { get; }

    /// <summary>Whether no sum is further from nothing than some limit.</summary>
    public bool IsWithin(int limit) => Math.Max(gained, Start) <= limit;

    /// <summary>The state after something is added, or -1.</summary>
    public int Moved(int state, int gain) => state + gain < Size ? state + gain : IsCapped ? -1 : Size - 1;

    public static LaneSums Of(PlanLane lane, in PlanSums sums, in PlanHoldings holdings, int stride)
    {
        var (gained, lost) = (0, 0);
        for (var bits = lane.Scope & (sums.Have | sums.Fresh); bits != 0; bits &= bits - 1)
        {
            var bit = (int)UInt128.TrailingZeroCount(bits);
            var measure = sums.Plan.Measure(bit, lane.Measure);
            var gain = lane.Gain(bit, measure, holdings.SourceOf(bit));
            var fresh = lane.Gain(bit, measure, CreditSource.Fresh); // What is held may be taken all the same.
            gained += Math.Max(0, Math.Max(gain, fresh));
            lost -= Math.Min(0, Math.Min(gain, fresh));
        }

        if (lane.Share is not null)
        {
            return new LaneSums(lane, lost, lost, lost + Math.Min(gained, lost) + 1, false, stride, gained);
        }

        return lane.Max < gained
            ? new LaneSums(lane, 0, lane.Min, lane.Max + 1, true, stride, gained)
            : new LaneSums(lane, 0, lane.Min, lane.Min + 1, false, stride, gained);
    }
}
