using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>Decides whether all fields of one document can merge.</summary>
/// <remarks>
/// GraphQL September 2025, 5.3.2, FieldsInSetCanMerge() and SameResponseShape(). The specification compares each pair of fields;
/// both relations it compares by are equivalences, so each group is compared with its first member and the selection sets of
/// the whole group are merged at once: linear where pairs would be quadratic. Only a group that mixes object types is looked at
/// once for each of them, which <see cref="ValidationLimits.MaxOverlappingFieldSteps"/> bounds.
/// </remarks>
internal sealed class FieldMerging(FieldSelectionMergingRule rule, ValidationContext context)
{
    private readonly HashSet<FieldNode> seenAlone = [];
    private readonly bool hasFragments = context.Fragments.All.Count > 0;
    private int steps;

    public void Validate()
    {
        foreach (var operation in context.Operations)
        {
            ValidateSet(operation);
        }

        foreach (var fragment in context.Fragments.All)
        {
            ValidateSet(fragment);
        }
    }

    private int Ceiling => context.Options.Limits.CeilingOf(context.Options.Limits.MaxOverlappingFieldSteps);

    private bool IsStopped => context.IsFull || steps > Ceiling;

    private void ValidateSet(ExecutableScope scope)
    {
        if (scope.Type is { } type && !IsStopped)
        {
            ValidateAlone(scope.Definition.SelectionSet, type);
        }
    }

    // Most selection sets have one field for each name and no fragments: there is nothing to group.
    private void ValidateAlone(SelectionSetNode selectionSet, CompositeType type)
    {
        if (!IsPlain(selectionSet))
        {
            var set = new MergedSet(context);
            set.Add(selectionSet, type);
            FieldsInSetCanMerge(set, isShapeOnly: false);
            return;
        }

        Spend(selectionSet.Selections.Length, selectionSet.Location);
        foreach (var selection in selectionSet.Selections)
        {
            if (IsStopped)
            {
                return;
            }

            var field = (FieldNode)selection; // A plain set has nothing else.
            if (type.FindField(field.Name) is { } definition)
            {
                ValidateAlone(field, definition);
            }
        }
    }

    private void ValidateAlone(FieldNode field, FieldDefinition definition)
    {
        if (field.SelectionSet is { } selectionSet
            && definition.Type.UnderlyingType is CompositeType type
            && IsFirstVisit(field))
        {
            ValidateAlone(selectionSet, type);
        }
    }

    // Only through fragments are fields come by twice. The type of a field is that of its text, so once is enough.
    private bool IsFirstVisit(FieldNode field) => !hasFragments || seenAlone.Add(field);

    private static bool IsPlain(SelectionSetNode selectionSet)
    {
        const int FewEnoughToCompareEach = 16;
        var selections = selectionSet.Selections;
        if (selections.Length > FewEnoughToCompareEach)
        {
            return false;
        }

        for (var i = 0; i < selections.Length; i++)
        {
            if (selections[i] is not FieldNode field)
            {
                return false;
            }

            for (var j = 0; j < i; j++)
            {
                if (((FieldNode)selections[j]).ResponseName == field.ResponseName)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Spend(int count, Location location)
    {
        steps += count;
        if (steps > context.Options.Limits.MaxOverlappingFieldSteps)
        {
            context.PassLimit(
                ErrorCodes.LimitOverlappingFields,
                $"comparing fields takes more than {context.Options.Limits.MaxOverlappingFieldSteps} steps",
                location,
                steps,
                Ceiling);
        }
    }

    // Recursion follows the nesting of fields with their fragments spread, which OperationLimits has bounded.
    private void FieldsInSetCanMerge(MergedSet set, bool isShapeOnly)
    {
        Spend(set.Count, set.Groups[0][0].Node.Location);
        foreach (var group in set.Groups)
        {
            if (IsStopped)
            {
                return;
            }

            if (group.Count > 1)
            {
                ValidateGroup(group, isShapeOnly);
            }
            else if (!isShapeOnly)
            {
                ValidateAlone(group[0].Node, group[0].Definition);
            }
        }
    }

    private void ValidateGroup(List<MergedField> group, bool isShapeOnly)
    {
        foreach (var field in group)
        {
            if (!SameTypeShape(group[0].Definition.Type, field.Definition.Type))
            {
                Report(group[0], field, "have types that differ in shape");
                return;
            }
        }

        if (isShapeOnly)
        {
            ValidateSubfields(group, isShapeOnly: true);
            return;
        }

        if (!MixesObjectTypes(group))
        {
            ValidateCommonParents(group);
            return;
        }

        ValidateSubfields(group, isShapeOnly: true);
        foreach (var subset in CommonParents(group))
        {
            if (subset.Count > 1)
            {
                ValidateCommonParents(subset);
            }
            else
            {
                ValidateAlone(subset[0].Node, subset[0].Definition);
            }
        }
    }

    /// <summary>Fields that can stand on one object: same name, same arguments, subfields that merge.</summary>
    private void ValidateCommonParents(List<MergedField> fields)
    {
        var first = fields[0];
        foreach (var field in fields)
        {
            if (field.Node.Name != first.Node.Name)
            {
                Report(first, field, "are different fields");
                return;
            }

            if (!SameSyntax.Arguments(first.Node.Arguments, field.Node.Arguments))
            {
                Report(first, field, "have different arguments");
                return;
            }

            // Incremental delivery draft, Field Selection Merging: whose items would come, and when?
            if (!ReferenceEquals(first.Node, field.Node) && (IsStreamed(first) || IsStreamed(field)))
            {
                Report(first, field, "are streamed");
                return;
            }
        }

        ValidateSubfields(fields, isShapeOnly: false);
    }

    private static bool IsStreamed(MergedField field) => IncrementalDirectives.Find(field.Node.Directives, IncrementalDirectives.Stream) is not null;

    private void ValidateSubfields(List<MergedField> fields, bool isShapeOnly)
    {
        if (!fields[0].Definition.Type.IsLeaf)
        {
            FieldsInSetCanMerge(Merge(fields), isShapeOnly);
        }
    }

    private MergedSet Merge(List<MergedField> fields)
    {
        var set = new MergedSet(context);
        foreach (var field in fields)
        {
            if (field.Node.SelectionSet is { } selectionSet && field.Definition.Type.UnderlyingType is CompositeType type)
            {
                set.Add(selectionSet, type);
            }
        }

        return set;
    }

    private static bool MixesObjectTypes(List<MergedField> fields)
    {
        ObjectType? found = null;
        foreach (var field in fields)
        {
            if (field.ParentType is ObjectType type)
            {
                if (found is not null && found != type)
                {
                    return true;
                }

                found = type;
            }
        }

        return false;
    }

    // For each object type, the fields selected on it or on an abstract type. Fields of two object types never meet.
    private static IEnumerable<List<MergedField>> CommonParents(List<MergedField> fields)
    {
        var byType = new Dictionary<ObjectType, List<MergedField>>();
        var onAbstract = new List<MergedField>();
        foreach (var field in fields)
        {
            if (field.ParentType is not ObjectType type)
            {
                onAbstract.Add(field);
            }
            else if (byType.TryGetValue(type, out var sameType))
            {
                sameType.Add(field);
            }
            else
            {
                byType.Add(type, [field]);
            }
        }

        return byType.Values.Select(sameType => onAbstract.Count == 0 ? sameType : [.. sameType, .. onAbstract]);
    }

    private static bool SameTypeShape(GraphQLType left, GraphQLType right) => (left, right) switch
    {
        (NonNullType first, NonNullType second) => SameTypeShape(first.OfType, second.OfType),
        (ListType first, ListType second) => SameTypeShape(first.OfType, second.OfType),
        (CompositeType, CompositeType) => true,
        _ => ReferenceEquals(left, right),
    };

    private void Report(MergedField first, MergedField second, string why) =>
        context.Report(
            rule,
            $"fields {ValidationContext.Name(first.Node.ResponseName)} conflict because they {why}; use an alias",
            first.Node.Location,
            second.Node.Location);
}
