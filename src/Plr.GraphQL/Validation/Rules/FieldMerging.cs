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

    private bool IsStopped => context.IsFull || steps > context.Options.Limits.MaxOverlappingFieldSteps;

    private void ValidateSet(ExecutableScope scope)
    {
        if (scope.Type is { } type && !IsStopped)
        {
            var set = new MergedSet(context);
            set.Add(scope.Definition.SelectionSet, type);
            FieldsInSetCanMerge(set, isShapeOnly: false);
        }
    }

    // Recursion follows the nesting of fields with their fragments spread, which OperationLimits has bounded.
    private void FieldsInSetCanMerge(MergedSet set, bool isShapeOnly)
    {
        steps += set.Count;
        if (steps > context.Options.Limits.MaxOverlappingFieldSteps)
        {
            context.ReportLimit(
                ErrorCodes.LimitOverlappingFields,
                $"comparing fields takes more than {context.Options.Limits.MaxOverlappingFieldSteps} steps",
                set.Groups[0][0].Node.Location);
            return;
        }

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
            else if (!isShapeOnly && group[0].Node.SelectionSet is not null && seenAlone.Add(group[0].Node))
            {
                FieldsInSetCanMerge(Merge(group), isShapeOnly: false);
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
            if (subset.Count > 1 || seenAlone.Add(subset[0].Node))
            {
                ValidateCommonParents(subset);
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
        }

        ValidateSubfields(fields, isShapeOnly: false);
    }

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
