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
    private readonly Dictionary<string, FieldSet> collected = new(StringComparer.Ordinal);

    // A fragment is visited once for all that is not deferred, and until then once for each @defer, its own and those it stands under: what
    // stands under two belongs to both, for one of them may fail. How often that can be is bounded by validation.
    private readonly HashSet<(string Fragment, DirectiveNode? Defer, DeferUsage? Parent)> visitedFragments = [];

    // The collected fields map, in the order of first appearance.
    internal List<FieldSet> FieldSets { get; } = [];

    // The @defer that are first met here. Null while there are none.
    internal List<DeferUsage>? NewUsages { get; private set; }

    // CollectSubfields() calls it once for each field of a field set, with the @defer that the field stands under. A fragment that one field
    // brought is not visited for the next: it would bring the same fields, and tell their places twice.
    // Recursion is bounded by the depth that validation allows, fragments included.
    internal void CollectFields(SelectionSetNode selectionSet, DeferUsage? usage)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (IsExcluded(selection))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    Add(field, usage);
                    break;
                case FragmentSpreadNode spread when fragments.TryGetValue(spread.Name, out var fragment):
                    CollectSpread(spread, fragment, usage);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || DoesFragmentTypeApply(inline.TypeCondition):
                    CollectFields(inline.SelectionSet, Announce(NewUsage(inline, usage)) ?? usage);
                    break;
            }
        }
    }

    private void CollectSpread(FragmentSpreadNode spread, FragmentDefinitionNode fragment, DeferUsage? usage)
    {
        var fresh = NewUsage(spread, usage);
        if (visitedFragments.Contains((spread.Name, null, null)) || !visitedFragments.Add((spread.Name, fresh?.Directive, usage)))
        {
            return;
        }

        if (DoesFragmentTypeApply(fragment.TypeCondition))
        {
            Announce(fresh);
            CollectFields(fragment.SelectionSet, fresh ?? usage);
        }
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
        if (!collected.TryGetValue(field.ResponseName, out var fieldSet))
        {
            fieldSet = new FieldSet();
            collected.Add(field.ResponseName, fieldSet);
            FieldSets.Add(fieldSet);
        }

        fieldSet.Add(field, usage);
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
