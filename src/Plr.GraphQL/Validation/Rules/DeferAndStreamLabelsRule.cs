using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A label tells a client which part of its document a result belongs to, so it is written there, and once.</summary>
/// <remarks>Incremental delivery draft, Defer And Stream Directive Labels Are Unique. Each selection is looked at once, whatever spreads it.</remarks>
internal sealed class DeferAndStreamLabelsRule()
    : ValidationRule("draft", "Defer And Stream Directive Labels Are Unique", Draft), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<SelectionSetNode>(
            context.Document.Definitions.OfType<ExecutableDefinitionNode>().Select(static definition => definition.SelectionSet));
        while (pending.TryPop(out var selectionSet) && !context.IsFull)
        {
            foreach (var selection in selectionSet.Selections)
            {
                foreach (var directive in selection.Directives)
                {
                    if (directive.Name is IncrementalDirectives.Defer or IncrementalDirectives.Stream)
                    {
                        Validate(directive, labels, context);
                    }
                }

                if (selection switch { FieldNode field => field.SelectionSet, InlineFragmentNode inline => inline.SelectionSet, _ => null } is { } below)
                {
                    pending.Push(below);
                }
            }
        }
    }

    private void Validate(DirectiveNode directive, HashSet<string> labels, ValidationContext context)
    {
        switch (IncrementalDirectives.Argument(directive, "label"))
        {
            case null or NullValueNode:
                break;
            case StringValueNode label when !labels.Add(label.Value):
                context.Report(this, "a `label` must stand once in a document", directive.Location);
                break;
            case StringValueNode:
                break;
            default:
                context.Report(this, "a `label` must be written in the document, not given by a variable", directive.Location);
                break;
        }
    }
}
