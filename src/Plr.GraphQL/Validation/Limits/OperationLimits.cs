using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Limits;

/// <summary>Measures each operation with its fragments spread, and refuses those past a limit.</summary>
/// <remarks>Nothing is expanded: each fragment is measured once, after those it spreads, so the time is that of reading the
/// document. Expects a document in which every field is known and no fragment spreads itself.</remarks>
internal sealed class OperationLimits
{
    private readonly ValidationContext context;
    private readonly OperationSize[] fragmentSizes;

    private OperationLimits(ValidationContext context)
    {
        this.context = context;
        fragmentSizes = new OperationSize[context.Fragments.All.Count];
    }

    public static void Validate(ValidationContext context)
    {
        var limits = new OperationLimits(context);
        if (context.Fragments.All.Count > 0)
        {
            foreach (var fragment in context.Fragments.InSpreadOrder())
            {
                limits.fragmentSizes[fragment.Index] = limits.Measure(fragment);
            }
        }

        foreach (var operation in context.Operations)
        {
            limits.Check(limits.Measure(operation), operation.Operation);
        }
    }

    private OperationSize Measure(ExecutableScope scope) => Measure(scope.Definition.SelectionSet, scope.Type);

    private OperationSize Measure(SelectionSetNode selectionSet, CompositeType? type)
    {
        var size = default(OperationSize);
        foreach (var selection in selectionSet.Selections)
        {
            var one = selection switch
            {
                FieldNode field => Measure(field, type),
                InlineFragmentNode fragment => Measure(fragment.SelectionSet, TypeOf(fragment, type)),
                FragmentSpreadNode spread => Measure(spread),
                _ => default,
            };
            size = size.Beside(IsDeliveredLater(selection) ? one.Later() : one);
        }

        return size;
    }

    private static bool IsDeliveredLater(SelectionNode selection) =>
        !selection.Directives.IsEmpty
        && (IncrementalDirectives.Find(selection.Directives, IncrementalDirectives.Defer)
            ?? IncrementalDirectives.Find(selection.Directives, IncrementalDirectives.Stream)) is not null;

    private OperationSize Measure(FieldNode field, CompositeType? parentType)
    {
        var definition = parentType?.FindField(field.Name);
        var below = field.SelectionSet is { } selectionSet
            ? Measure(selectionSet, definition?.Type.UnderlyingType as CompositeType)
            : default;
        var isIntrospectionList = definition is { IsIntrospection: true, Type.IsList: true };
        return below.Below(field.Alias is not null, isIntrospectionList);
    }

    private OperationSize Measure(FragmentSpreadNode spread) =>
        context.Fragments.Find(spread.Name) is { } fragment ? fragmentSizes[fragment.Index].Spread() : default;

    private CompositeType? TypeOf(InlineFragmentNode fragment, CompositeType? parentType) =>
        fragment.TypeCondition is { } condition ? context.Schema.FindType(condition.Name) as CompositeType : parentType;

    private void Check(OperationSize size, OperationDefinitionNode operation)
    {
        var limits = context.Options.Limits;
        Check(size.Depth, Math.Min(limits.MaxDepth, ValidationLimits.HardMaxDepth), ErrorCodes.LimitDepth, "levels of fields", ValidationLimits.HardMaxDepth);
        Check(size.FragmentVisits, limits.MaxFragmentVisits, ErrorCodes.LimitFragmentVisits, "spreads of fragments");
        Check(size.Fields, limits.MaxExpandedFields, ErrorCodes.LimitExpandedFields, "fields");
        Check(size.Aliases, limits.MaxAliases, ErrorCodes.LimitAliases, "aliased fields");
        Check(size.IncrementalParts, limits.MaxIncrementalParts, ErrorCodes.LimitIncrementalParts, "deferred or streamed parts");
        Check(
            size.IntrospectionDepth,
            limits.MaxIntrospectionDepth,
            ErrorCodes.LimitIntrospectionDepth,
            "introspection lists inside one another");

        void Check(int value, int limit, string code, string what, int most = int.MaxValue)
        {
            if (value > limit)
            {
                context.PassLimit(code, $"the operation has more than {limit} {what}, fragments counted", operation.Location, value, Math.Min(limits.CeilingOf(limit), most));
            }
        }
    }
}
