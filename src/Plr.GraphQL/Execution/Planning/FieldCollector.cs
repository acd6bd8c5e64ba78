using System.Collections.Frozen;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Execution.Planning;

// GraphQL September 2025, 6.3.2 Field Collection, for one outcome of the conditions.
internal sealed class FieldCollector(OperationPlan operation, ObjectType objectType)
{
    private readonly Schema schema = operation.Schema.Schema;
    private readonly FrozenDictionary<string, FragmentDefinitionNode> fragments = operation.Fragments;
    private readonly HashSet<string> trueVariables = operation.TrueVariables;

    // Past it names are looked up by hash; until then looking at each costs less than a dictionary.
    private const int FewEnoughToCompareEach = 16;
    private Dictionary<string, FieldSet>? collected;

    // A fragment is visited once for all that is not deferred, and until then once for each @defer, its own and those it stands under: what
    // stands under two belongs to both, for one of them may fail. How often that can be is bounded by validation.
    private HashSet<(string Fragment, DirectiveNode? Defer, DeferUsage? Parent)>? visitedFragments;

    // Where to go on after a fragment. In place of recursion: fragments inside fragments are no levels of fields, so that no limit on those bounds them.
    private Stack<(SelectionSetNode Set, int Next, DeferUsage? Usage)>? open;

    // The collected fields map, in the order of first appearance.
    internal List<FieldSet> FieldSets { get; } = [];

    // The @defer that are first met here. Null while there are none.
    internal List<DeferUsage>? NewUsages { get; private set; }

    // CollectSubfields() calls it once for each field of a field set, with the @defer that the field stands under. A fragment that one field
    // brought is not visited for the next: it would bring the same fields, and tell their places twice.
    internal void CollectFields(SelectionSetNode set, DeferUsage? usage)
    {
        var next = 0;
        do
        {
            while (next < set.Selections.Length)
            {
                var selection = set.Selections[next++];
                if (selection is FieldNode field)
                {
                    if (!IsExcluded(field))
                    {
                        Add(field, usage);
                    }
                }
                else if (!IsExcluded(selection) && Enter(selection, usage) is var (inner, innerUsage) && inner is not null)
                {
                    (open ??= new()).Push((set, next, usage));
                    (set, next, usage) = (inner, 0, innerUsage);
                }
            }
        }
        while (TryGoOn(ref set, ref next, ref usage));
    }

    private bool TryGoOn(ref SelectionSetNode set, ref int next, ref DeferUsage? usage)
    {
        if (open is null || !open.TryPop(out var outside))
        {
            return false;
        }

        (set, next, usage) = outside;
        return true;
    }

    // What a fragment selects and under which @defer; null where it does not apply, or was visited before.
    private (SelectionSetNode? Set, DeferUsage? Usage) Enter(SelectionNode selection, DeferUsage? usage) => selection switch
    {
        FragmentSpreadNode spread when fragments.TryGetValue(spread.Name, out var fragment) => Enter(spread, fragment, usage),
        InlineFragmentNode inline when inline.TypeCondition is null || DoesFragmentTypeApply(inline.TypeCondition) =>
            (inline.SelectionSet, Announce(NewUsage(inline, usage)) ?? usage),
        _ => default,
    };

    private (SelectionSetNode? Set, DeferUsage? Usage) Enter(FragmentSpreadNode spread, FragmentDefinitionNode fragment, DeferUsage? usage)
    {
        var fresh = NewUsage(spread, usage);
        visitedFragments ??= [];
        if (visitedFragments.Contains((spread.Name, null, null)) || !visitedFragments.Add((spread.Name, fresh?.Directive, usage))
            || !DoesFragmentTypeApply(fragment.TypeCondition))
        {
            return default;
        }

        Announce(fresh);
        return (fragment.SelectionSet, fresh ?? usage);
    }

    // Null when the selection is not deferred, or this plan defers nothing.
    private DeferUsage? NewUsage(SelectionNode selection, DeferUsage? parent) =>
        operation.IsIncremental
        && IncrementalDirectives.Find(selection.Directives, IncrementalDirectives.Defer) is { } directive
        && IncrementalDirectives.IsOn(directive, trueVariables) ? new DeferUsage(directive, parent) : null;

    private DeferUsage? Announce(DeferUsage? usage)
    {
        if (usage is not null)
        {
            (NewUsages ??= []).Add(usage);
        }

        return usage;
    }

    private void Add(FieldNode field, DeferUsage? usage)
    {
        if (Find(field.ResponseName) is not { } fieldSet)
        {
            fieldSet = new FieldSet();
            collected?.Add(field.ResponseName, fieldSet);
            FieldSets.Add(fieldSet);
        }

        fieldSet.Add(field, usage);
    }

    private FieldSet? Find(string responseName)
    {
        if (collected is null && FieldSets.Count >= FewEnoughToCompareEach)
        {
            collected = FieldSets.ToDictionary(static known => known.Nodes[0].ResponseName, StringComparer.Ordinal);
        }

        if (collected is not null)
        {
            return collected.GetValueOrDefault(responseName);
        }

        foreach (var known in FieldSets)
        {
            if (known.Nodes[0].ResponseName == responseName)
            {
                return known;
            }
        }

        return null;
    }

    private bool IsExcluded(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if ((directive.Name == "skip" && IsTrue(directive)) || (directive.Name == "include" && !IsTrue(directive)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTrue(DirectiveNode directive) => directive.Arguments is [{ Value: var value }] && value switch
    {
        BooleanValueNode literal => literal.Value,
        VariableNode variable => trueVariables.Contains(variable.Name),
        _ => false,
    };

    private bool DoesFragmentTypeApply(NamedTypeNode fragmentType) =>
        schema.FindType(fragmentType.Name) is CompositeType composite && composite.IsPossibleType(objectType);
}
