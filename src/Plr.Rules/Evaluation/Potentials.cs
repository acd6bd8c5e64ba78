using Plr.Rules.Compilation;

namespace Plr.Rules.Evaluation;

/// <summary>How much each bound can still get from a step on, at most: the relaxations that cut the search.</summary>
internal sealed class Potentials
{
    private readonly CompiledRule rule;
    private readonly OptionTable options;
    private readonly OfferTable offers;

    public Potentials(CompiledRule rule, OfferTable offers, OptionTable options)
    {
        (this.rule, this.offers, this.options) = (rule, offers, options);
        var count = rule.Constraints.Length;
        (All, Loss) = (new int[count][], new int[count][]);
        foreach (var constraint in rule.Constraints)
        {
            All[constraint.Index] = new int[rule.Steps.Length + 1];
            Sweep(constraint, All[constraint.Index], Extreme.Most);
            Loss[constraint.Index] = [];
            if (constraint.Share is not null)
            {
                Loss[constraint.Index] = new int[rule.Steps.Length + 1];
                Sweep(constraint, Loss[constraint.Index], Extreme.Loss);
            }
        }
    }

    private enum Extreme
    {
        Most,
        Loss,
    }

    /// <summary>Constraint, step: the most that all options from there on add.</summary>
    public int[][] All { get; }

    /// <summary>Constraint, step: the most that a share can still lose; empty for other bounds.</summary>
    public int[][] Loss { get; }

    private void Sweep(Constraint constraint, int[] rest, Extreme extreme)
    {
        var top = rule.Nodes[constraint.Node];
        if (top.Tree > 0)
        {
            SweepOverlay(constraint, rest, extreme);
            return;
        }

        var frames = new Stack<(int After, List<int> Fulls)>();
        var current = 0;
        for (var step = top.CloseStep; step >= 0 && step >= top.FirstStep; step--)
        {
            var (kind, node, slot) = rule.Steps[step];
            switch (kind)
            {
                case StepKind.Close:
                    current = OpenFrame(node, top, frames, current);
                    break;
                case StepKind.Slot:
                    current += Best(constraint, slot, slot, extreme);
                    break;
                case StepKind.Enter when node != top.Index:
                    var (after, fulls) = frames.Peek();
                    var choose = rule.Nodes[rule.Nodes[node].Parent];
                    fulls.Add(current - after - Top(fulls, choose.MaxActive - 1));
                    current = after + Top(fulls, choose.MaxActive);
                    if (choose.Children[0] == node)
                    {
                        frames.Pop();
                    }

                    break;
            }

            rest[step] = current;
        }
    }

    /// <summary>On the way back: a choose opens a frame; before each of its children, what the later ones may still add.</summary>
    private int OpenFrame(int node, CompiledNode top, Stack<(int After, List<int> Fulls)> frames, int current)
    {
        var closing = rule.Nodes[node];
        if (closing.Index != top.Index && closing.Parent >= 0 && rule.Nodes[closing.Parent].IsChoose)
        {
            var (after, fulls) = frames.Peek();
            current = after + Top(fulls, rule.Nodes[closing.Parent].MaxActive - 1);
        }

        if (closing.IsChoose && closing.Children.Count > 0)
        {
            frames.Push((current, []));
        }

        return current;
    }

    private static int Top(List<int> values, int count) =>
        count <= 0 ? 0 : values.Count <= count ? values.Sum() : values.OrderDescending().Take(count).Sum();

    private void SweepOverlay(Constraint constraint, int[] rest, Extreme extreme)
    {
        var current = 0;
        for (var step = rule.Steps.Length - 1; step >= 0; step--)
        {
            if (rule.Steps[step].Kind == StepKind.Slot)
            {
                var slot = rule.Steps[step].Slot;
                var best = 0;
                foreach (var place in rule.OverlaySlots[rule.Nodes[constraint.Node].Tree - 1][rule.Slots[slot].Unit])
                {
                    if (rule.SlotAbove[place].Contains(constraint.Index))
                    {
                        best = Math.Max(best, Best(constraint, slot, place, extreme));
                    }
                }

                current += best;
            }

            rest[step] = current;
        }
    }

    private int Best(Constraint constraint, int slot, int place, Extreme extreme)
    {
        var unit = rule.Slots[place].Unit;
        var measure = rule.Measure(unit, constraint.Measure);
        var best = 0;
        foreach (var option in options.Of(slot))
        {
            if (option.Offer >= 0)
            {
                var added = constraint.Contribution(unit, measure, offers.ByUnit[unit][option.Offer].Source);
                best = Math.Max(best, extreme == Extreme.Loss ? -added : added);
            }
        }

        return best;
    }
}
