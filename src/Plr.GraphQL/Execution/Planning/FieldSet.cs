using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Execution.Planning;

// GraphQL September 2025, 6.3.2 Field Collection: the fields of one response name, and for each the @defer that it stands under.
internal sealed class FieldSet
{
    // Null while none is deferred: most are not.
    private List<DeferUsage?>? usages;

    internal List<FieldNode> Nodes { get; } = new(1); // Most names are selected once.

    internal bool IsDeferred => usages is not null;

    internal DeferUsage? UsageOf(int index) => usages?[index];

    internal void Add(FieldNode node, DeferUsage? usage)
    {
        if (usage is not null && usages is null)
        {
            usages = [.. Nodes.Select(static DeferUsage? (_) => null)];
        }

        Nodes.Add(node);
        usages?.Add(usage);
    }

    // The same fields, none of them deferred.
    internal FieldSet WithoutUsages()
    {
        var plain = new FieldSet();
        plain.Nodes.AddRange(Nodes);
        return plain;
    }

    // Incremental delivery draft, GetFilteredDeferUsageSet(): empty when a field is not deferred at all; a fragment inside another of
    // the set adds nothing to it.
    internal DeferUsage[] FilteredUsages()
    {
        if (usages is null || usages.Contains(null))
        {
            return [];
        }

        var distinct = usages.OfType<DeferUsage>().Distinct().ToList();
        return [.. distinct.Where(usage => !HasAncestorIn(usage, distinct))];
    }

    private static bool HasAncestorIn(DeferUsage usage, List<DeferUsage> others)
    {
        for (var ancestor = usage.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (others.Contains(ancestor))
            {
                return true;
            }
        }

        return false;
    }
}
