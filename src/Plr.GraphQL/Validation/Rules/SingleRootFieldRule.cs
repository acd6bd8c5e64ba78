using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, known without variables.</summary>
/// <remarks>GraphQL September 2025, 5.2.4.1 Single Root Field. CollectSubscriptionFields(), with a stack in place of recursion.</remarks>
internal sealed class SingleRootFieldRule() : ValidationRule("5.2.4.1", "Single Root Field"), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        foreach (var operation in context.Operations)
        {
            if (operation.Operation.Operation == OperationType.Subscription && operation.Type is ObjectType subscriptionType)
            {
                Validate(operation, subscriptionType, context);
            }
        }
    }

    private void Validate(OperationScope operation, ObjectType subscriptionType, ValidationContext context)
    {
        FieldNode? first = null;
        var visitedFragments = context.EmptyNames();
        var pending = new Stack<SelectionSetNode>();
        pending.Push(operation.Definition.SelectionSet);
        while (pending.TryPop(out var selectionSet) && !context.IsFull)
        {
            foreach (var selection in selectionSet.Selections)
            {
                ValidateConditions(selection, context);
                switch (selection)
                {
                    case FieldNode field:
                        ValidateField(field, ref first, context);
                        break;
                    case InlineFragmentNode fragment when Applies(fragment.TypeCondition, subscriptionType, context):
                        pending.Push(fragment.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when visitedFragments.Add(spread.Name)
                        && context.Fragments.Find(spread.Name)?.Definition is FragmentDefinitionNode fragment
                        && Applies(fragment.TypeCondition, subscriptionType, context):
                        pending.Push(fragment.SelectionSet);
                        break;
                }
            }
        }
    }

    private void ValidateConditions(SelectionNode selection, ValidationContext context)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name is "skip" or "include")
            {
                context.Report(this, $"the root of a subscription must not have `@{directive.Name}`", directive.Location);
            }
        }
    }

    private void ValidateField(FieldNode field, ref FieldNode? first, ValidationContext context)
    {
        if (field.Name.StartsWith("__", StringComparison.Ordinal))
        {
            context.Report(this, "the root field of a subscription must not be an introspection field", field.Location);
        }

        first ??= field;
        if (first.ResponseName != field.ResponseName)
        {
            context.Report(this, "a subscription must have exactly one root field", field.Location);
        }
    }

    private static bool Applies(NamedTypeNode? typeCondition, ObjectType type, ValidationContext context) =>
        typeCondition is null
        || (context.Schema.FindType(typeCondition.Name) is CompositeType condition && condition.IsPossibleType(type));
}
