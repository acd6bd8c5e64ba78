using Plr.Rules.Compilation;

namespace Plr.Rules.Evaluation;

/// <summary>Exact search over a rule's program, step by step, all distinct states of a step at once.</summary>
/// <remarks>
/// States with equal sums are one state with the least cost, since cost adds up and the future depends on the sums alone. The first
/// pass keeps few states a step; if none that it dropped could have been better than what it found, that is the answer. Otherwise
/// a wider pass follows, cut by the best found so far. Past the work allowed, the least bound of what was dropped or left
/// is a lower bound and the best found an upper one.
/// </remarks>
internal sealed class LayeredSearch
{
    private static readonly int[] Widths = [64, 1_024, 32_768, int.MaxValue];

    private readonly CompiledRule rule;
    private readonly OptionTable options;
    private readonly StateRules states;
    private readonly int maxStates;
    private readonly StateTable?[] waiting;
    private readonly Stack<StateTable> spare = new();
    private readonly List<(int Parent, int Step, int Choice)> path = [];
    private readonly int[] scratch;
    private readonly long slack;
    private readonly int effort;
    private int looked;
    private long best = SearchResult.NoCost;
    private long leastDropped;
    private IReadOnlyList<(int Slot, int Offer)> bestFilled = [];

    private readonly long atLeast;

    private LayeredSearch(CompiledRule rule, OfferTable offers, OptionTable options, int maxStates, bool creditsOnly, long atMost, long atLeast)
    {
        (best, this.atLeast) = (atMost, atLeast);
        slack = creditsOnly ? RemainingWork.PackCredits(1) - 1 : 0;
        this.rule = rule;
        this.maxStates = maxStates;
        this.options = options;
        states = new StateRules(rule, offers, options);
        waiting = new StateTable?[rule.Steps.Length + 1];
        scratch = new int[states.Width];
        effort = 1 + (states.Width + rule.Constraints.Length) / EvaluationOptions.SumsOfAState;
    }

    /// <summary>The least cost of meeting a rule with some offers.</summary>
    /// <param name="creditsOnly">Whether the credits alone have to be the least; units and hours are then some.</param>
    /// <param name="atMost">Packed cost of an allocation known already: if it is the best, the answer has its cost and no slots.</param>
    /// <param name="atLeast">Packed cost that none is below: reaching it ends the search.</param>
    public static SearchResult Run(
        CompiledRule rule, OfferTable offers, int maxStates, bool creditsOnly = false, long atMost = SearchResult.NoCost, long atLeast = 0)
    {
        var options = new OptionTable(rule, offers);
        return options.IsTooLarge || CoverCosts.IsTooLarge(rule)
            ? new SearchResult(SearchEnding.OutOfWork, atMost, atLeast, [], 0)
            : new LayeredSearch(rule, offers, options, maxStates, creditsOnly, atMost, atLeast).Run();
    }

    /// <summary>A state that can't get below this is of no use any more.</summary>
    private long Cut => best == SearchResult.NoCost ? best : best - (best & slack);

    private SearchResult Run()
    {
        foreach (var width in Widths)
        {
            leastDropped = SearchResult.NoCost;
            var finished = Pass(width);
            if (leastDropped >= Cut || (best != SearchResult.NoCost && atLeast >= Cut))
            {
                return new SearchResult(
                    best == SearchResult.NoCost ? SearchEnding.Infeasible : SearchEnding.Exact, best, best, bestFilled, looked);
            }

            if (!finished)
            {
                break;
            }
        }

        return new SearchResult(SearchEnding.OutOfWork, best, Math.Max(leastDropped, atLeast), bestFilled, looked);
    }

    /// <summary>One pass; false if the work ran out.</summary>
    private bool Pass(int width)
    {
        path.Clear();
        if (!Start())
        {
            return false;
        }

        for (var step = 0; step < rule.Steps.Length; step++)
        {
            if (waiting[step] is not { } table)
            {
                continue;
            }

            waiting[step] = null;
            var goesOn = looked < maxStates;
            Expand(step, table, goesOn ? width : 0);
            table.Clear();
            spare.Push(table);
            if (!goesOn)
            {
                DropRest(step + 1);
                return false;
            }
        }

        Finish();
        return true;
    }

    private void DropRest(int from)
    {
        for (var step = from; step < waiting.Length; step++)
        {
            if (waiting[step] is { } table)
            {
                for (var state = 0; state < table.Count; state++)
                {
                    leastDropped = Math.Min(leastDropped, table.Bounds[state]);
                }

                waiting[step] = null;
            }
        }
    }

    /// <summary>One first state for each way to choose in the overlays.</summary>
    private bool Start()
    {
        Array.Clear(scratch);
        return Start(0, scratch.ToArray());
    }

    private bool Start(int from, int[] state)
    {
        var choose = Array.FindIndex(rule.Nodes, from, node => node.Tree > 0 && node.IsChoose);
        if (choose < 0)
        {
            looked += effort;
            state.CopyTo(scratch, 0);
            Wait(0, cost: 0, parent: -1, choice: 0);
            return looked < maxStates || Abandon();
        }

        return IsActive(rule.Nodes[choose], state) ? StartChosen(rule.Nodes[choose], 0, 0, state) : Start(choose + 1, state);
    }

    private bool Abandon()
    {
        leastDropped = 0;
        return false;
    }

    private bool IsActive(CompiledNode node, int[] state)
    {
        var (lane, mask) = node.ActiveFlag < 0 ? (0, 0) : options.Flag(node.ActiveFlag);
        return (state[lane] & mask) == mask;
    }

    private bool StartChosen(CompiledNode choose, int child, int chosen, int[] state)
    {
        if (child == choose.Children.Count)
        {
            return chosen < choose.MinActive || Start(choose.Index + 1, state);
        }

        var stillEnough = chosen + choose.Children.Count - child - 1 >= choose.MinActive;
        if (stillEnough && !StartChosen(choose, child + 1, chosen, state))
        {
            return false;
        }

        if (chosen >= choose.MaxActive)
        {
            return true;
        }

        var with = state.ToArray();
        states.Set(with, rule.Nodes[choose.Children[child]].ActiveFlag);
        return StartChosen(choose, child + 1, chosen + 1, with);
    }

    private void Expand(int step, StateTable table, int width)
    {
        var order = Kept(table, width);
        var (kind, at, slot) = rule.Steps[step];
        foreach (var state in order)
        {
            if (table.Bounds[state] >= Cut)
            {
                continue;
            }

            var parent = path.Count;
            path.Add((table.Parents[state], table.Choices[state] >> 16, table.Choices[state] & 0xFFFF));
            switch (kind)
            {
                case StepKind.Slot:
                    ExpandSlot(step, slot, table, state, parent);
                    break;
                case StepKind.Enter:
                    ExpandEnter(step, rule.Nodes[at], table, state, parent);
                    break;
                default:
                    table.Lanes(state).CopyTo(scratch);
                    if (states.Close(rule.Nodes[at], scratch))
                    {
                        Wait(step + 1, table.Costs[state], parent, choice: 0);
                    }

                    break;
            }
        }
    }

    private int[] Kept(StateTable table, int width)
    {
        var order = new int[table.Count];
        for (var state = 0; state < order.Length; state++)
        {
            order[state] = state;
        }

        if (table.Count <= width)
        {
            return order;
        }

        Array.Sort(table.Bounds.AsSpan(0, table.Count).ToArray(), order);
        for (var dropped = width; dropped < order.Length; dropped++)
        {
            leastDropped = Math.Min(leastDropped, table.Bounds[order[dropped]]);
        }

        return order[..width];
    }

    private void ExpandSlot(int step, int slot, StateTable table, int state, int parent)
    {
        var all = options.Of(slot);
        for (var number = 0; number < all.Length; number++)
        {
            table.Lanes(state).CopyTo(scratch);
            if (states.Apply(all[number], scratch))
            {
                Wait(step + 1, table.Costs[state] + all[number].Cost, parent, step << 16 | number + 1);
            }
        }
    }

    private void ExpandEnter(int step, CompiledNode child, StateTable table, int state, int parent)
    {
        var choose = rule.Nodes[child.Parent];
        table.Lanes(state).CopyTo(scratch);
        if (scratch[choose.CountLane] < choose.MaxActive)
        {
            scratch[choose.CountLane]++;
            Wait(step + 1, table.Costs[state], parent, choice: 0);
            table.Lanes(state).CopyTo(scratch);
        }

        Wait(child.CloseStep + 1, table.Costs[state], parent, choice: 0);
    }

    /// <summary>Puts the state in hand where it goes on, unless it can't be completed or can't be better than the best.</summary>
    private void Wait(int step, long cost, int parent, int choice)
    {
        looked += effort;
        if (!states.Normalise(step, scratch))
        {
            return;
        }

        var bound = cost + states.CostToCome(step, scratch);
        if (bound < Math.Min(Cut, CoverCosts.Never))
        {
            waiting[step] ??= spare.TryPop(out var table) ? table : new StateTable(states.Width);
            waiting[step]!.Add(scratch, cost, bound, parent, choice);
        }
    }

    private void Finish()
    {
        if (waiting[^1] is not { } last)
        {
            return;
        }

        waiting[^1] = null;
        for (var state = 0; state < last.Count; state++)
        {
            if (last.Costs[state] < best)
            {
                best = last.Costs[state];
                bestFilled = Trace(last.Parents[state], last.Choices[state]);
            }
        }

        last.Clear();
        spare.Push(last);
    }

    private List<(int Slot, int Offer)> Trace(int parent, int choice)
    {
        var filled = new List<(int Slot, int Offer)>();
        AddChoice(filled, choice >> 16, choice & 0xFFFF);
        for (var at = parent; at >= 0; at = path[at].Parent)
        {
            AddChoice(filled, path[at].Step, path[at].Choice);
        }

        filled.Reverse();
        return filled;
    }

    private void AddChoice(List<(int Slot, int Offer)> filled, int step, int choice)
    {
        if (choice > 0)
        {
            var slot = rule.Steps[step].Slot;
            var offer = options.Of(slot)[choice - 1].Offer;
            if (offer >= 0)
            {
                filled.Add((slot, offer));
            }
        }
    }
}
