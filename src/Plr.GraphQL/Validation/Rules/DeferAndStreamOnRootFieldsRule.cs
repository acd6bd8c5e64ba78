using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>Root fields of a mutation run in order, and a subscription has one: neither may come later than the rest.</summary>
/// <remarks>Incremental delivery draft, Defer And Stream Directives Are Used On Valid Root Field. A stack in place of recursion.</remarks>
internal sealed class DeferAndStreamOnRootFieldsRule()
    : ValidationRule("draft", "Defer And Stream Directives Are Used On Valid Root Field", Draft), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        foreach (var operation in context.Operations)
        {
            if (operation.Operation.Operation is not OperationType.Query)
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
                    if (directive.Name is IncrementalDirectives.Defer or IncrementalDirectives.Stream)
                    {
                        context.Report(
                            this, $"the root of a {operation.Operation.ToString().ToLowerInvariant()} must not have `@{directive.Name}`", directive.Location);
                    }
                }

                var below = selection switch
                {
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
}
