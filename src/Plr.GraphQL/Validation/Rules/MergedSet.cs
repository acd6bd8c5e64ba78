using System.Collections;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>The fields of some merged selection sets, fragments entered, grouped by response name in document order.</summary>
/// <remarks>Each fragment is entered once: entering it again would add the same fields.</remarks>
internal sealed class MergedSet(ValidationContext context)
{
    private readonly Dictionary<string, int> groupIndexes = new(StringComparer.Ordinal);
    private readonly Stack<(SelectionSetNode, CompositeType)> pending = new();
    private BitArray? visitedFragments;

    /// <summary>Fields of one response name each.</summary>
    public List<List<MergedField>> Groups { get; } = [];

    /// <summary>How many fields were added.</summary>
    public int Count { get; private set; }

    public void Add(SelectionSetNode selectionSet, CompositeType type)
    {
        pending.Push((selectionSet, type));
        while (pending.TryPop(out var next))
        {
            AddSelections(next.Item1, next.Item2);
        }
    }

    private void AddSelections(SelectionSetNode selectionSet, CompositeType type)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field when type.FindField(field.Name) is { } definition:
                    AddField(new MergedField(field, type, definition));
                    break;
                case InlineFragmentNode fragment:
                    pending.Push((fragment.SelectionSet, TypeOf(fragment, type)));
                    break;
                case FragmentSpreadNode spread:
                    AddFragment(spread);
                    break;
            }
        }
    }

    private void AddFragment(FragmentSpreadNode spread)
    {
        if (context.Fragments.Find(spread.Name) is not { Type: { } type } fragment)
        {
            return;
        }

        visitedFragments ??= new BitArray(context.Fragments.All.Count);
        if (!visitedFragments[fragment.Index])
        {
            visitedFragments[fragment.Index] = true;
            pending.Push((fragment.Definition.SelectionSet, type));
        }
    }

    private void AddField(MergedField field)
    {
        Count++;
        if (groupIndexes.TryGetValue(field.Node.ResponseName, out var index))
        {
            Groups[index].Add(field);
        }
        else
        {
            groupIndexes.Add(field.Node.ResponseName, Groups.Count);
            Groups.Add([field]);
        }
    }

    private CompositeType TypeOf(InlineFragmentNode fragment, CompositeType parentType) =>
        fragment.TypeCondition is { } condition && context.Schema.FindType(condition.Name) is CompositeType type
            ? type
            : parentType;
}
