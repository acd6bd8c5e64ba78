using System.Numerics;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Layouts;

/// <summary>Lays a validated rule out flat.</summary>
internal sealed partial class LayoutCompiler
{
    private const int PackedBits = 31;
    private const int MaxCap = 2_000;

    private readonly UnitTable table;
    private readonly RuleOfCombination rule;
    private readonly NodeUnits unitsOf;
    private readonly List<LayoutSlot> slots = [];
    private readonly List<LayoutBound> bounds = [];
    private LayoutNode[] nodes = new LayoutNode[8];
    private int nodeCount;
    private int rootSlots;
    private short[] places = [];
    private bool hasDoubles;
    private HashSet<UnitKey>? listedTwice;

    private LayoutCompiler(UnitTable table, RuleOfCombination rule, NodeUnits unitsOf) => (this.table, this.rule, this.unitsOf) = (table, rule, unitsOf);

    /// <summary>The layout of a rule.</summary>
    /// <param name="unitsOf">What nodes list, if groups of other credit have units; else as written.</param>
    public static RuleLayout Compile(UnitTable table, QualificationRule qualification, NodeUnits? unitsOf = null) =>
        new LayoutCompiler(table, qualification.Rule, unitsOf ?? NodeUnits.AsWritten).Compile(qualification.Number);

    private RuleLayout Compile(string number)
    {
        AddRoot();
        for (var overlay = 0; overlay < rule.Overlays.Count; overlay++)
        {
            Add(rule.Overlays[overlay], overlay + 1, parent: -1, alwaysActive: false);
        }

        for (var node = 0; node < nodeCount; node++)
        {
            AddBounds(node);
        }

        var level = HoldLevel();
        var caps = SetCaps();
        var (hourBits, unitBits, fits) = PackCosts();
        return new RuleLayout
        {
            Number = number,
            Source = rule,
            Incomplete = rule.Completeness is RuleCompleteness.Partial partial ? partial.Reasons : [],
            Slots = [.. slots],
            RootSlots = rootSlots,
            Nodes = nodes[..nodeCount],
            Bounds = [.. bounds],
            SideBounds = [.. bounds.FindAll(bound => !bound.IsHeld && nodes[bound.Node].Tree == 0)],
            Bars = Bars(),
            Dependencies = Dependencies(),
            Level = level?.Source.MinLevel ?? 0,
            LevelMin = level?.Min ?? 0,
            HasDoubles = hasDoubles,
            HasClips = Clips(overlays: false),
            HasOverlayClips = Clips(overlays: true),
            UnitAges = rule.MaxAges.Count == 0 ? [] : [.. rule.MaxAges.SelectMany(limit => limit.Units.Select(unit => (Unit: table.NumberOf(unit), limit.Months)).Where(age => age.Unit >= 0))],
            FitsTables = fits && caps <= MaxCap,
            HourBits = hourBits,
            UnitBits = unitBits,
            Places = places,
        };
    }

    /// <summary>Units in one place only come first, as in the program; that there are others is seen when all are there.</summary>
    private void AddRoot()
    {
        Add(rule.Root, tree: 0, parent: -1, alwaysActive: true);
        rootSlots = slots.Count;
        IndexRoot();
        if (hasDoubles && listedTwice is null)
        {
            listedTwice = unitsOf.ListedTwice(rule.Root);
            slots.Clear();
            nodeCount = 0;
            AddRoot();
        }
    }

    private void Add(RuleNode source, int tree, int parent, bool alwaysActive)
    {
        if (nodeCount == nodes.Length)
        {
            Array.Resize(ref nodes, nodeCount * 2);
        }

        var index = nodeCount++;
        nodes[index] = NodeOf(source, tree, parent, alwaysActive);
        AddSlots(index, source, tree);
        nodes[index].OwnSlots = slots.Count - nodes[index].FirstSlot;
        switch (source)
        {
            case RuleNode.Group group:
                AddChildren(group.Nodes, index, alwaysActive, mandatory: true);
                AddChildren(group.Nodes, index, alwaysActive, mandatory: false);
                break;
            case RuleNode.Choose choose:
                AddChildren(choose.Nodes, index, alwaysActive: false, mandatory: null);
                break;
        }

        (nodes[index].EndSlot, nodes[index].EndNode) = (slots.Count, nodeCount);
        nodes[index].ListsTwice = tree > 0 && ListsTwice(nodes[index].FirstSlot);
    }

    private bool ListsTwice(int from)
    {
        var units = new HashSet<int>();
        return slots.FindIndex(from, slot => !units.Add(slot.Unit)) >= 0;
    }

    /// <summary>Adds children, or those among them that are mandatory units, or the others.</summary>
    private void AddChildren(IReadOnlyList<RuleNode> children, int parent, bool alwaysActive, bool? mandatory)
    {
        for (var child = 0; child < children.Count; child++)
        {
            if (mandatory is null || children[child] is RuleNode.All == mandatory)
            {
                Add(children[child], nodes[parent].Tree, parent, alwaysActive);
            }
        }
    }

    private void AddSlots(int index, RuleNode source, int tree)
    {
        if (listedTwice is not null && tree == 0)
        {
            foreach (var unit in unitsOf.InOrder(source, listedTwice))
            {
                AddSlot(index, table.NumberOf(unit));
            }

            return;
        }

        var units = unitsOf.Of(source);
        for (var unit = 0; unit < units.Count; unit++)
        {
            var number = table.NumberOf(units[unit]);
            if (!IsListed(number, nodes[index].FirstSlot))
            {
                AddSlot(index, number);
            }
        }
    }

    private bool IsListed(int unit, int from)
    {
        for (var slot = from; slot < slots.Count; slot++)
        {
            if (slots[slot].Unit == unit)
            {
                return true;
            }
        }

        return false;
    }

    private LayoutNode NodeOf(RuleNode source, int tree, int parent, bool alwaysActive) => new()
    {
        Source = source,
        Parent = parent,
        Tree = tree,
        Kind = source switch { RuleNode.All => LayoutKind.All, RuleNode.Pool or RuleNode.OtherCredit => LayoutKind.Pool, RuleNode.Choose => LayoutKind.Choose, _ => LayoutKind.Group },
        FirstSlot = slots.Count,
        Max = int.MaxValue,
        MaxUnits = int.MaxValue,
        Clip = source switch { RuleNode.Pool pool => pool.Clip, RuleNode.Group group => group.Clip, _ => null } ?? int.MaxValue,
        MinActive = source is RuleNode.Choose choose ? choose.Min : 0,
        MaxActive = source is RuleNode.Choose chooses ? chooses.Max : 0,
        IsAlwaysActive = alwaysActive,
        Level = source.Bounds.FirstOrDefault(bound => bound.MinLevel is not null)?.MinLevel ?? LayoutNode.NoLevel,
    };

    private void AddSlot(int node, int unit)
    {
        var facts = table.Units[unit];
        slots.Add(new LayoutSlot
        {
            Unit = unit,
            Key = facts.Key,
            Node = node,
            Credits = facts.Credits,
            Hours = facts.GuidedLearningHours,
            Level = facts.Level,
            IsAvailable = facts.IsAvailable,
            First = nodes[node].Tree == 0 ? slots.Count : FirstSlotOf(unit),
            Next = -1,
        });
    }

    /// <summary>Makes the hash of the root tree's units, and chains the slots of each.</summary>
    private void IndexRoot()
    {
        hasDoubles = false;
        places = new short[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, rootSlots * 2))];
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(slots);
        for (var slot = 0; slot < rootSlots; slot++)
        {
            var first = FirstSlotOf(all[slot].Unit);
            if (first < 0)
            {
                var at = RuleLayout.Hash(all[slot].Unit) & places.Length - 1;
                for (; places[at] != 0; at = at + 1 & places.Length - 1)
                {
                }

                places[at] = (short)(slot + 1);
                continue;
            }

            hasDoubles = true;
            all[slot].First = first;
            while (all[first].Next >= 0)
            {
                first = all[first].Next;
            }

            all[first].Next = slot;
        }
    }

    private int FirstSlotOf(int unit)
    {
        for (var at = RuleLayout.Hash(unit) & places.Length - 1; places[at] != 0; at = at + 1 & places.Length - 1)
        {
            if (slots[places[at] - 1].Unit == unit)
            {
                return places[at] - 1;
            }
        }

        return -1;
    }

    private bool Clips(bool overlays)
    {
        var clips = false;
        for (var index = 0; index < nodeCount; index++)
        {
            clips |= nodes[index].Clip != int.MaxValue && nodes[index].Tree > 0 == overlays;
        }

        return clips;
    }

    private (int HourBits, int UnitBits, bool Fits) PackCosts()
    {
        var (credits, units, hours) = (0L, 0L, 0L);
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(slots)[..rootSlots];
        foreach (ref readonly var slot in all)
        {
            if (slot.IsAvailable)
            {
                (credits, units, hours) = (credits + slot.Credits, units + 1, hours + slot.Hours);
            }
        }

        var (hourBits, unitBits) = (Bits(hours), Bits(units));
        if (hourBits + unitBits + Bits(credits) > PackedBits)
        {
            return (0, 0, false);
        }

        foreach (ref var slot in all)
        {
            slot.Cost = (uint)slot.Credits << hourBits + unitBits | 1u << hourBits | (uint)slot.Hours;
        }

        return (hourBits, unitBits, true);
    }

    private static int Bits(long most) => 64 - BitOperations.LeadingZeroCount((ulong)most);
}
