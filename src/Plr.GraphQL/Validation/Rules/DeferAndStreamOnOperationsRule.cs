using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>An event of a subscription is one response: nothing in it comes later, unless a condition says so, which is then not followed.</summary>
/// <remarks>Incremental delivery draft, Defer And Stream Directives Are Used On Valid Operations. A stack in place of recursion.</remarks>
internal sealed class DeferAndStreamOnOperationsRule()
    : ValidationRule("draft", "Defer And Stream Directives Are Used On Valid Operations", Draft), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        foreach (var operation in context.Operations)
        {
            if (operation.Operation.Operation is OperationType.Subscription)
            {
                Validate(operation.Operation, context);
            }
        }
    }

    private void Validate(OperationDefinitionNode operation, ValidationContext context)
    {
        var visitedFragments = context.EmptyNames();
        var pending = new Stack<SelectionSetNode>();
        pending.Push(operation.SelectionSet);
        while (pending.TryPop(out var selectionSet) && !context.IsFull)
        {
            foreach (var selection in selectionSet.Selections)
            {
                foreach (var directive in selection.Directives)
                {
                    if (directive.Name is IncrementalDirectives.Defer or IncrementalDirectives.Stream && !MayBeOff(directive))
                    {
                        context.Report(this, $"a subscription must not have `@{directive.Name}`, unless its `if` may be false", directive.Location);
                    }
                }

                var below = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode inline => inline.SelectionSet,
                    FragmentSpreadNode spread when visitedFragments.Add(spread.Name) => context.Fragments.Find(spread.Name)?.Definition.SelectionSet,
                    _ => null,
                };
                if (below is not null)
                {
                    pending.Push(below);
                }
            }
        }
    }

    private static bool MayBeOff(DirectiveNode directive) =>
        IncrementalDirectives.Argument(directive, "if") is VariableNode or BooleanValueNode { Value: false };
}
