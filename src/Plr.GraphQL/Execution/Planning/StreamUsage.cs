using System.Globalization;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Validation;

namespace Plr.GraphQL.Execution.Planning;

// A @stream on a field: how many items come at once, and the plan of those that come later.
internal sealed class StreamUsage(DirectiveNode directive, FieldPlan rest)
{
    internal string? Label { get; } = IncrementalDirectives.Label(directive);

    // Incremental delivery draft: what is streamed is not deferred as well, so its fields are planned apart.
    internal FieldPlan Rest { get; } = rest;

    internal int InitialCount(VariableValues variables)
    {
        var count = IncrementalDirectives.Argument(directive, "initialCount") switch
        {
            IntValueNode literal when int.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            VariableNode variable when variables.TryGet(variable.Name, out var value) => value is int number ? number : -1,
            _ => 0,
        };
        return count >= 0
            ? count
            : throw new GraphQLException(ErrorCodes.InputCoercionFailed, "argument `initialCount` of `@stream` must be 0 or more");
    }
}
