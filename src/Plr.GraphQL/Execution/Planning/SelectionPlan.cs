using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Planning;

// What is selected at one response position. Its fields depend on the type of the object that comes to stand there,
// and are collected when the first such object comes: an interface with many types costs only those that occur.
internal sealed class SelectionPlan
{
    private readonly OperationPlan operation;
    private readonly FieldSet fieldSet;
    private readonly DeferUsage[] group;
    private readonly Lock gate = new();
    private TypeSelection?[] byType;

    // The group is that of the owner: the deferred fragments it is executed for, none when it is executed at once.
    internal SelectionPlan(OperationPlan operation, FieldPlan? owner, CompositeType type, FieldSet fieldSet, DeferUsage[] group)
    {
        this.operation = operation;
        this.fieldSet = fieldSet;
        this.group = group;
        Owner = owner;
        Type = type;
        byType = new TypeSelection?[1];
    }

    // The field whose values stand here; null for the root.
    internal FieldPlan? Owner { get; }

    internal CompositeType Type { get; }

    internal TypeSelection For(ObjectType type)
    {
        foreach (var known in Volatile.Read(ref byType))
        {
            if (known is not null && ReferenceEquals(known.Type, type))
            {
                return known;
            }
        }

        return Add(Collect(type));
    }

    // GraphQL September 2025, 6.3.2, CollectSubfields().
    private TypeSelection Collect(ObjectType type)
    {
        var collector = new FieldCollector(operation, type);
        if (Owner is null)
        {
            collector.CollectFields(operation.Node.SelectionSet, usage: null);
        }

        for (var i = 0; i < fieldSet.Nodes.Count; i++)
        {
            if (fieldSet.Nodes[i].SelectionSet is { } selectionSet)
            {
                collector.CollectFields(selectionSet, fieldSet.UsageOf(i));
            }
        }

        return collector.NewUsages is null && group.Length == 0 && !collector.FieldSets.Exists(static fields => fields.IsDeferred)
            ? new TypeSelection(type, Plan(type, collector.FieldSets, group))
            : BuildExecutionPlan(type, collector);
    }

    // Incremental delivery draft, BuildExecutionPlan(): what stands under the same deferred fragments as its parent is executed with it,
    // the rest apart, by the fragments that it stands under.
    private TypeSelection BuildExecutionPlan(ObjectType type, FieldCollector collector)
    {
        var now = new List<FieldSet>();
        var later = new List<(DeferUsage[] Usages, List<FieldSet> FieldSets)>();
        foreach (var fields in collector.FieldSets)
        {
            var usages = fields.FilteredUsages();
            if (IsSame(usages, group))
            {
                now.Add(fields);
                continue;
            }

            var index = later.FindIndex(known => IsSame(known.Usages, usages));
            if (index < 0)
            {
                index = later.Count;
                later.Add((usages, []));
            }

            later[index].FieldSets.Add(fields);
        }

        DeferredGroup[] groups =
            [.. later.Select(set => new DeferredGroup(set.Usages, new TypeSelection(type, Plan(type, set.FieldSets, set.Usages))))];
        var newUsages = collector.NewUsages?.ToArray() ?? [];
        return new TypeSelection(
            type, Plan(type, now, group), newUsages.Length + groups.Length == 0 ? null : new DeferredSelections(newUsages, groups));
    }

    private FieldPlan[] Plan(ObjectType type, List<FieldSet> fieldSets, DeferUsage[] usages)
    {
        var plans = new FieldPlan[fieldSets.Count];
        for (var i = 0; i < plans.Length; i++)
        {
            var fields = fieldSets[i];
            var definition = type.FindField(fields.Nodes[0].Name)
                ?? throw new InvalidOperationException($"a valid document selects only fields that `{type.Name}` has");
            plans[i] = new FieldPlan(operation, this, operation.Schema.FieldOf(definition), fields, usages);
        }

        return plans;
    }

    private static bool IsSame(DeferUsage[] left, DeferUsage[] right) => left.Length == right.Length && left.All(right.Contains);

    // Two requests may collect the same type at once; the first stays, so that a position has one plan.
    private TypeSelection Add(TypeSelection selection)
    {
        lock (gate)
        {
            foreach (var known in byType)
            {
                if (known is not null && ReferenceEquals(known.Type, selection.Type))
                {
                    return known;
                }
            }

            Volatile.Write(ref byType, byType is [null] ? [selection] : [.. byType, selection]);
            return selection;
        }
    }
}
