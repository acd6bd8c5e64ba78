using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Planning;

// What is selected at one response position. Its fields depend on the type of the object that comes to stand there,
// and are collected when the first such object comes: an interface with many types costs only those that occur.
internal sealed class SelectionPlan
{
    private readonly OperationPlan operation;
    private readonly IReadOnlyList<FieldNode> fieldSet;
    private readonly Lock gate = new();
    private TypeSelection?[] byType;

    internal SelectionPlan(OperationPlan operation, FieldPlan? owner, CompositeType type, IReadOnlyList<FieldNode> fieldSet)
    {
        this.operation = operation;
        this.fieldSet = fieldSet;
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

        return Add(new TypeSelection(type, Collect(type)));
    }

    // GraphQL September 2025, 6.3.2, CollectSubfields().
    private FieldPlan[] Collect(ObjectType type)
    {
        var collector = new FieldCollector(operation.Schema.Schema, operation.Fragments, operation.TrueVariables, type);
        if (Owner is null)
        {
            collector.CollectFields(operation.Node.SelectionSet);
        }

        foreach (var field in fieldSet)
        {
            if (field.SelectionSet is not null)
            {
                collector.CollectFields(field.SelectionSet);
            }
        }

        var plans = new FieldPlan[collector.FieldSets.Count];
        for (var i = 0; i < plans.Length; i++)
        {
            var fields = collector.FieldSets[i];
            var definition = type.FindField(fields[0].Name)
                ?? throw new InvalidOperationException($"a valid document selects only fields that `{type.Name}` has");
            plans[i] = new FieldPlan(operation, this, operation.Schema.FieldOf(definition), fields);
        }

        return plans;
    }

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
