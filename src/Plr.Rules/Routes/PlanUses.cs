using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>Achievements that could be used in several ways in one qualification, or whose source matters there: every way is tried.</summary>
internal sealed class PlanUses
{
    /// <summary>The most ways that are tried; beyond, the general search is asked.</summary>
    private const int MaxWays = 64;

    private readonly List<Use> fixedUses = [];
    private readonly List<Use> openUses = [];
    private readonly List<(int First, int Count)> open = [];

    private readonly record struct Use(UInt128 Bits, CreditSource Source, bool Many);

    /// <summary>What remains, or bounds of it.</summary>
    public PlanAnswer Remaining(RouteEntry entry, UnitTable table, RouteScratch scratch, int atMost)
    {
        var plan = entry.Plan!;
        Collect(entry, plan, table, scratch);
        var ways = 1L;
        foreach (var (_, count) in open)
        {
            ways = Math.Min(MaxWays + 1, ways * count);
        }

        if (Holdings(plan, 0) is not { } fixedHoldings)
        {
            return new PlanAnswer(0, atMost);
        }

        if (ways > MaxWays || (plan.SourcesMatter && open.Count > 0))
        {
            return new PlanAnswer(plan.SourcesMatter ? 0 : PlanEvaluator.Remaining(plan, Everything(fixedHoldings), scratch.Plans, atMost).Lower, atMost);
        }

        var (lower, upper) = (atMost, atMost);
        for (var way = 0; way < ways; way++)
        {
            var answer = PlanEvaluator.Remaining(plan, Holdings(plan, way)!.Value, scratch.Plans, upper);
            (lower, upper) = (Math.Min(lower, answer.Lower), Math.Min(upper, answer.Upper));
        }

        return new PlanAnswer(lower, upper);
    }

    private void Collect(RouteEntry entry, RoutePlan plan, UnitTable table, RouteScratch scratch)
    {
        fixedUses.Clear();
        openUses.Clear();
        open.Clear();
        for (var at = 0; at < scratch.Units.Count; at++)
        {
            var unit = scratch.Units[at];
            if (unit < 0 || entry.Conditions?.IsVoid(unit, scratch.Achieved[at], scratch.AsOf) == true)
            {
                continue;
            }

            var first = openUses.Count;
            var source = scratch.Achieved[at].Source;
            AddUse(new Use(plan.BitsOf(unit), source, Many: false), first);
            foreach (var edge in table.CountsAs(unit))
            {
                AddUse(new Use(plan.BitsOf(edge.Unit), edge.Source ?? source, edge.Many), first);
            }

            Close(first);
        }
    }

    private void AddUse(Use use, int first)
    {
        if (use.Bits != 0)
        {
            if (use.Many)
            {
                fixedUses.Add(use);
            }
            else if (openUses.IndexOf(use, first) < 0)
            {
                openUses.Add(use);
            }
        }
    }

    /// <summary>An achievement with a single use is not open.</summary>
    private void Close(int first)
    {
        var count = openUses.Count - first;
        if (count == 1)
        {
            fixedUses.Add(openUses[first]);
            openUses.RemoveAt(first);
        }
        else if (count > 1)
        {
            open.Add((first, count));
        }
    }

    /// <summary>What is held when each open achievement is used in the way that a number says; null if two sources give one unit and it matters.</summary>
    private PlanHoldings? Holdings(RoutePlan plan, int way)
    {
        PlanHoldings? holdings = new PlanHoldings(0);
        foreach (var use in fixedUses)
        {
            holdings = With(plan, holdings, use);
        }

        foreach (var (first, count) in open)
        {
            holdings = With(plan, holdings, openUses[first + way % count]);
            way /= count;
        }

        return holdings;
    }

    private PlanHoldings Everything(PlanHoldings holdings)
    {
        foreach (var use in openUses)
        {
            holdings = holdings with { Have = holdings.Have | use.Bits };
        }

        return holdings;
    }

    private static PlanHoldings? With(RoutePlan plan, PlanHoldings? holdings, Use use)
    {
        if (holdings is not { } known || !plan.SourcesMatter)
        {
            return holdings is { } some ? some with { Have = some.Have | use.Bits } : null;
        }

        if ((known.Have & use.Bits) != 0)
        {
            var bit = (int)UInt128.TrailingZeroCount(known.Have & use.Bits);
            return known.SourceOf(bit) == use.Source ? known : null;
        }

        var with = known with { Have = known.Have | use.Bits };
        return use.Source switch
        {
            CreditSource.Transfer => with with { Transfer = with.Transfer | use.Bits },
            CreditSource.PriorLearning => with with { PriorLearning = with.PriorLearning | use.Bits },
            CreditSource.Exemption => with with { Exemption = with.Exemption | use.Bits },
            _ => with,
        };
    }
}
