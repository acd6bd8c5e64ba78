using System.Collections.Frozen;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Planning;

// GraphQL September 2025, 6.3.2 Field Collection, for one outcome of the conditions.
internal sealed class FieldCollector(
    Schema schema, FrozenDictionary<string, FragmentDefinitionNode> fragments, HashSet<string> trueVariables, ObjectType objectType)
{
    private readonly Dictionary<string, List<FieldNode>> collected = new(StringComparer.Ordinal);
    private readonly HashSet<string> visitedFragments = new(StringComparer.Ordinal);

    // The collected fields map, in the order of first appearance.
    internal List<List<FieldNode>> FieldSets { get; } = [];

    // CollectSubfields() calls it once for each field of a field set.
    internal void CollectFields(SelectionSetNode selectionSet)
    {
        visitedFragments.Clear();
        Collect(selectionSet);
    }

    // Recursion is bounded by the depth that validation allows, fragments included.
    private void Collect(SelectionSetNode selectionSet)
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
                    Add(field);
                    break;
                case FragmentSpreadNode spread when visitedFragments.Add(spread.Name) && fragments.TryGetValue(spread.Name, out var fragment):
                    if (DoesFragmentTypeApply(fragment.TypeCondition))
                    {
                        Collect(fragment.SelectionSet);
                    }

                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || DoesFragmentTypeApply(inline.TypeCondition):
                    Collect(inline.SelectionSet);
                    break;
            }
        }
    }

    private void Add(FieldNode field)
    {
        if (!collected.TryGetValue(field.ResponseName, out var fieldSet))
        {
            fieldSet = [];
            collected.Add(field.ResponseName, fieldSet);
            FieldSets.Add(fieldSet);
        }

        fieldSet.Add(field);
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
