using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>Turns a rule into a program of steps. Deterministic; throws nothing for a rule that <see cref="RuleValidator"/> passed.</summary>
internal sealed partial class RuleCompiler
{
    private readonly UnitTable table;
    private readonly QualificationRule qualification;
    private readonly NodeUnits unitsOf;
    private readonly List<CompiledNode> nodes = [];
    private readonly List<Slot> slots = [];
    private readonly List<ProgramStep> steps = [];
    private readonly List<int> units = [];
    private readonly Dictionary<int, int> localOf = [];
    private int laneCount;
    private int flagCount;

    private RuleCompiler(UnitTable table, QualificationRule qualification, NodeUnits unitsOf) =>
        (this.table, this.qualification, this.unitsOf) = (table, qualification, unitsOf);

    /// <summary>The program of a validated rule.</summary>
    /// <param name="unitsOf">What nodes list, if groups of other credit have units; else as written.</param>
    public static CompiledRule Compile(UnitTable table, QualificationRule qualification, NodeUnits? unitsOf = null) =>
        new RuleCompiler(table, qualification, unitsOf ?? NodeUnits.AsWritten).Compile();

    private CompiledRule Compile()
    {
        var rule = qualification.Rule;
        AddTree(rule.Root, tree: 0);
        foreach (var (index, overlay) in rule.Overlays.Index())
        {
            AddTree(overlay, tree: index + 1);
        }

        EmitRoot(0);
        EmitOverlays();
        var rootSlots = SlotsByUnit(tree: 0);
        var overlaySlots = Enumerable.Range(1, rule.Overlays.Count).Select(SlotsByUnit).ToArray();
        constraints = BuildConstraints();
        var bars = BuildBars(rootSlots);
        var life = new Dictionary<int, (int From, int To)>();
        var dependencies = BuildDependencies(rootSlots, life);
        var usedFlag = BuildUsedFlags(rootSlots, life);

        return new CompiledRule
        {
            Number = qualification.Number,
            Source = rule,
            Units = [.. units],
            Facts = [.. units.Select(unit => table.Units[unit])],
            Nodes = [.. nodes],
            Constraints = constraints,
            Slots = [.. slots],
            Steps = [.. steps],
            Bars = bars,
            Dependencies = dependencies,
            RootSlots = rootSlots,
            OverlaySlots = overlaySlots,
            LaneCount = laneCount,
            FlagCount = flagCount,
            UsedFlag = usedFlag,
            BarsOf = [.. Enumerable.Range(0, units.Count).Select(unit => Enumerable.Range(0, bars.Length).Where(bar => bars[bar].Units.Contains(unit)).ToArray())],
            MonthsOf = MonthsOf(rule),
            ExcludeUsedIn = rule.ExcludeUsedIn.ToHashSet(),
            FlagLife = life,
            SlotDirect = [.. slots.Select(DirectConstraints)],
            SlotAbove = [.. slots.Select(ConstraintsAbove)],
            SlotClipLane = [.. slots.Select(slot => ClipAtOrAbove(slot.Node))],
            CloseTargets = [.. nodes.Select(CloseTargets)],
            OpenConstraints = [.. Enumerable.Range(0, steps.Count + 1).Select(OpenConstraints)],
            OverlayConstraints = [.. constraints.Where(constraint => nodes[constraint.Node].Tree > 0).Select(constraint => constraint.Index)],
            LocalOf = localOf,
            SourcesMatter = constraints.Any(constraint => constraint.SourceMask != AllSources),
            AgeLimits = [.. nodes.Select(node => node.WithinMonths).OfType<int>().Distinct()],
        };
    }

    private void AddTree(RuleNode node, int tree) => AddNode(node, tree, parent: -1, activeFlag: -1);

    private int AddNode(RuleNode source, int tree, int parent, int activeFlag)
    {
        var node = new CompiledNode
        {
            Index = nodes.Count,
            Parent = parent,
            Tree = tree,
            Source = source,
            Clip = source switch { RuleNode.Pool pool => pool.Clip, RuleNode.Group group => group.Clip, _ => null },
            MinActive = source is RuleNode.Choose choose ? choose.Min : 0,
            MaxActive = source is RuleNode.Choose chooses ? chooses.Max : 0,
            ActiveFlag = activeFlag,
        };
        nodes.Add(node);
        if (node.Clip is not null)
        {
            node.ClipLane = laneCount++;
        }

        if (node.IsChoose && tree == 0)
        {
            node.CountLane = laneCount++;
        }

        foreach (var child in ChildrenOf(source))
        {
            var flag = tree > 0 && node.IsChoose ? flagCount++ : activeFlag;
            node.Children.Add(AddNode(child, tree, node.Index, flag));
        }

        return node.Index;
    }

    /// <summary>Mandatory groups come first: what they fix makes the rest cheaper to search.</summary>
    internal static IEnumerable<RuleNode> ChildrenOf(RuleNode node) => node switch
    {
        RuleNode.Group group => group.Nodes.OrderBy(child => child is RuleNode.All ? 0 : 1),
        RuleNode.Choose choose => choose.Nodes,
        _ => [],
    };

    private void EmitRoot(int index)
    {
        var node = nodes[index];
        node.FirstStep = steps.Count;
        foreach (var unit in UnitsOf(node.Source))
        {
            AddSlot(node, unit, steps.Count);
            steps.Add(new ProgramStep(StepKind.Slot, index, slots.Count - 1));
        }

        foreach (var child in node.Children)
        {
            if (node.IsChoose)
            {
                nodes[child].FirstStep = steps.Count;
                steps.Add(new ProgramStep(StepKind.Enter, child, -1));
                var enter = steps.Count - 1;
                EmitRoot(child);
                nodes[child].FirstStep = enter;
            }
            else
            {
                EmitRoot(child);
            }
        }

        node.CloseStep = steps.Count;
        steps.Add(new ProgramStep(StepKind.Close, index, -1));
    }

    private void EmitOverlays()
    {
        // Children have higher numbers than their parents, so the last come first.
        foreach (var node in nodes.Where(node => node.Tree > 0).Reverse())
        {
            foreach (var unit in UnitsOf(node.Source))
            {
                AddSlot(node, unit, step: -1);
            }

            node.CloseStep = steps.Count;
            steps.Add(new ProgramStep(StepKind.Close, node.Index, -1));
        }
    }

    private HashSet<UnitKey>? listedTwice;

    private IEnumerable<int> UnitsOf(RuleNode node) =>
        unitsOf.InOrder(node, listedTwice ??= unitsOf.ListedTwice(qualification.Rule.Root)).Select(LocalUnit);

    private int LocalUnit(UnitKey key)
    {
        var number = table.NumberOf(key);
        if (!localOf.TryGetValue(number, out var local))
        {
            local = units.Count;
            units.Add(number);
            localOf.Add(number, local);
        }

        return local;
    }

    private void AddSlot(CompiledNode node, int unit, int step)
    {
        node.Slots.Add(slots.Count);
        slots.Add(new Slot(unit, node.Index, step));
    }

    private int[][] SlotsByUnit(int tree)
    {
        var found = units.Select(_ => new List<int>()).ToArray();
        foreach (var (index, slot) in slots.Index())
        {
            if (nodes[slot.Node].Tree == tree)
            {
                found[slot.Unit].Add(index);
            }
        }

        return [.. found.Select(list => list.ToArray())];
    }
}
