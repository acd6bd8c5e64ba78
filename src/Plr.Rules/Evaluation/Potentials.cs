using Plr.Domain.Combination;
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
        (All, Free, Loss) = (new int[count][], new int[count][], new int[count][]);
        foreach (var constraint in rule.Constraints)
        {
            var full = rule.Steps.Length + 1;
            (All[constraint.Index], Free[constraint.Index], Loss[constraint.Index]) = (new int[full], new int[full], new int[full]);
            Sweep(constraint, All[constraint.Index], Extreme.Most);
            Sweep(constraint, Free[constraint.Index], Extreme.MostFree);
            if (constraint.Share is not null)
            {
                Sweep(constraint, Loss[constraint.Index], Extreme.Loss);
            }
        }

        MandatoryCredits = MandatoryAfter();
        NodeCredits = new int[rule.Nodes.Length];
        for (var node = rule.Nodes.Length - 1; node >= 0; node--)
        {
            NodeCredits[node] = CreditsFor(rule.Nodes[node]);
        }

        LaterSiblings = [.. rule.Nodes.Select(CreditsOfLaterSiblings)];
    }

    private enum Extreme
    {
        Most,
        MostFree,
        Loss,
    }

    /// <summary>Constraint, step: the most that all options from there on add.</summary>
    public int[][] All { get; }

    /// <summary>Constraint, step: the most that options without cost add.</summary>
    public int[][] Free { get; }

    /// <summary>Constraint, step: the most that a share can still lose.</summary>
    public int[][] Loss { get; }

    /// <summary>Step: fresh credits that the mandatory slots from there to the end of their node cost at least.</summary>
    public int[] MandatoryCredits { get; }

    /// <summary>Node: fresh credits that it costs at least from nothing; <see cref="Impossible"/> if it can't be met.</summary>
    public int[] NodeCredits { get; }

    /// <summary>Node: in a group, the sum over later siblings; in a choose, the least of them.</summary>
    public int[] LaterSiblings { get; }

    /// <summary>More credits than any rule has.</summary>
    public const int Impossible = 100_000_000;

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
            if (option.Offer >= 0 && (extreme != Extreme.MostFree || option.Cost == 0))
            {
                var added = constraint.Contribution(unit, measure, offers.ByUnit[unit][option.Offer].Source);
                best = Math.Max(best, extreme == Extreme.Loss ? -added : added);
            }
        }

        return best;
    }

    private int[] MandatoryAfter()
    {
        var after = new int[rule.Steps.Length + 1];
        for (var step = rule.Steps.Length - 1; step >= 0; step--)
        {
            var (kind, node, slot) = rule.Steps[step];
            if (kind == StepKind.Slot && rule.Nodes[node].IsAll)
            {
                var least = offers.ByUnit[rule.Slots[slot].Unit].Length == 0 ? Impossible : int.MaxValue;
                foreach (var option in options.Of(slot))
                {
                    least = Math.Min(least, RemainingWork.Unpack(option.Cost).Credits);
                }

                after[step] = Math.Min(Impossible, after[step + 1] + least);
            }
        }

        return after;
    }

    private int CreditsFor(CompiledNode node)
    {
        if (node.Tree > 0)
        {
            return 0;
        }

        var credits = node.Children.Count == 0
            ? MandatoryCredits[node.CloseStep - node.Slots.Count]
            : node.IsChoose
                ? node.MinActive > node.Children.Count || node.MaxActive < node.MinActive
                    ? Impossible
                    : (int)Math.Min(Impossible, node.Children.Select(child => NodeCredits[child]).Order().Take(node.MinActive).Sum(value => (long)value))
                : (int)Math.Min(Impossible, node.Children.Sum(child => (long)NodeCredits[child]));
        foreach (var index in node.Constraints)
        {
            var constraint = rule.Constraints[index];
            if (constraint.HasMin && All[index][node.FirstStep] < constraint.Min)
            {
                return Impossible;
            }

            if (constraint.HasMin && constraint.Measure == BoundMeasure.Credits && constraint.Share is null)
            {
                credits = Math.Max(credits, constraint.Min - Free[index][node.FirstStep]);
            }
        }

        return credits;
    }

    private int CreditsOfLaterSiblings(CompiledNode node)
    {
        if (node.Parent < 0 || node.Tree > 0)
        {
            return 0;
        }

        var parent = rule.Nodes[node.Parent];
        var later = parent.Children.Skip(parent.Children.IndexOf(node.Index) + 1).Select(child => NodeCredits[child]);
        return parent.IsChoose ? later.DefaultIfEmpty(Impossible).Min() : (int)Math.Min(Impossible, later.Sum(value => (long)value));
    }
}
