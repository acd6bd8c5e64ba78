using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Execution.Documents;

// The variables that some @skip or @include of a document asks for. Each selection is looked at once, whatever spreads it.
internal static class ConditionVariables
{
    internal static string[] In(DocumentNode document)
    {
        HashSet<string>? names = null;
        foreach (var definition in document.Definitions)
        {
            if (definition is ExecutableDefinitionNode executable)
            {
                Collect(executable.SelectionSet, ref names);
            }
        }

        return names is null ? [] : [.. names];
    }

    // Recursion is bounded by the parser's depth.
    private static void Collect(SelectionSetNode selectionSet, ref HashSet<string>? names)
    {
        foreach (var selection in selectionSet.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name is "skip" or "include" && directive.Arguments is [{ Value: VariableNode variable }])
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
                Collect(below, ref names);
            }
        }
    }
}
