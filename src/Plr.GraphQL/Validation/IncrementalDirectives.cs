using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Validation;

// What documents say with @defer and @stream. A schema opts in by defining them; where it does not, validation knows neither.
internal static class IncrementalDirectives
{
    internal const string Defer = "defer";
    internal const string Stream = "stream";

    internal static DirectiveNode? Find(ImmutableArray<DirectiveNode> directives, string name)
    {
        foreach (var directive in directives)
        {
            if (directive.Name == name)
            {
                return directive;
            }
        }

        return null;
    }

    internal static ValueNode? Argument(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    // Validation has seen to it that a label is written in the document.
    internal static string? Label(DirectiveNode directive) => (Argument(directive, "label") as StringValueNode)?.Value;

    internal static bool IsOn(DirectiveNode directive, HashSet<string> trueVariables) => Argument(directive, "if") switch
    {
        null => true,
        BooleanValueNode literal => literal.Value,
        VariableNode variable => trueVariables.Contains(variable.Name),
        _ => false,
    };
}
