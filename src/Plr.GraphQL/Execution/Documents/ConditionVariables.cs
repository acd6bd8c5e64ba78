using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Execution.Documents;

// The variables that some @skip, @include, @defer or @stream of a document asks for. Each selection is looked at once, whatever spreads it.
internal static class ConditionVariables
{
    internal static string[] In(DocumentNode document, out bool isIncremental)
    {
        HashSet<string>? names = null;
        isIncremental = false;
        foreach (var definition in document.Definitions)
        {
            if (definition is ExecutableDefinitionNode executable)
            {
                Collect(executable.SelectionSet, ref names, ref isIncremental);
            }
        }

        return names is null ? [] : [.. names];
    }

    // Recursion is bounded by the parser's depth.
    private static void Collect(SelectionSetNode selectionSet, ref HashSet<string>? names, ref bool isIncremental)
    {
        foreach (var selection in selectionSet.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                var isDelivery = directive.Name is IncrementalDirectives.Defer or IncrementalDirectives.Stream;
                isIncremental |= isDelivery;
                if ((isDelivery || directive.Name is "skip" or "include") && IncrementalDirectives.Argument(directive, "if") is VariableNode variable)
                {
                    (names ??= new HashSet<string>(StringComparer.Ordinal)).Add(variable.Name);
                }
            }

            var below = selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragmentNode fragment => fragment.SelectionSet,
                _ => null,
            };
            if (below is not null)
            {
                Collect(below, ref names, ref isIncremental);
            }
        }
    }
}
