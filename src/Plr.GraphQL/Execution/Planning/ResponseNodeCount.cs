using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Planning;

// How many objects and list items a response may hold at most, from the page sizes that were asked for: after variable coercion,
// so that a literal and a variable count the same. A list without a page size counts once; what it holds is the schema's to bound.
internal sealed class ResponseNodeCount(VariableValues variables, int defaultPageSize, long limit)
{
    // Interfaces inside interfaces multiply the plans of their types; past so many fields the count itself would be the attack.
    private const int MaxFields = 20_000;

    // How many fields the plan has for all types that may occur. Counting has planned them all.
    internal int Fields { get; private set; }

    // How many nodes there may be, as far as they were counted.
    internal long Nodes { get; private set; }

    internal bool IsWithinLimit(OperationPlan plan)
    {
        Nodes = Count(plan.Root, 1);
        return Nodes <= limit && Fields <= MaxFields;
    }

    // Recursion is bounded by the depth that validation allows. Counting stops where the limit is passed.
    private long Count(TypeSelection selection, long pageSize)
    {
        var total = 0L;
        foreach (var field in selection.AllFields)
        {
            if (++Fields > MaxFields)
            {
                return limit + 1;
            }

            if (field.Child is null)
            {
                continue;
            }

            var times = IsPaged(field) ? pageSize : 1;
            var below = Math.Min(1 + Widest(field), limit + 1);
            total = Math.Min(total + (times * below), limit + 1);
        }

        return total;
    }

    private long Widest(FieldPlan field)
    {
        var widest = 0L;
        var pageSize = PageSize(field);
        foreach (var type in field.Child!.Type.PossibleTypes) // Asked only of fields with a selection.
        {
            widest = Math.Max(widest, Count(field.Child.For(type), pageSize));
        }

        return widest;
    }

    // Of a connection, the two lists that its page size bounds.
    private static bool IsPaged(FieldPlan field) => field.Definition.Name is "edges" or "nodes" && field.Type.IsList;

    private long PageSize(FieldPlan field)
    {
        if (field.Definition.FindArgument("first") is not { } first)
        {
            return 1;
        }

        ArgumentValues arguments;
        try
        {
            arguments = field.CoerceArguments(variables);
        }
        catch (GraphQLException)
        {
            return 1; // The field is an execution error and gives nothing.
        }

        var last = field.Definition.FindArgument("last");
        var asked = Number(arguments, first) ?? (last is null ? null : Number(arguments, last)) ?? defaultPageSize;
        return Math.Clamp(asked, 0L, limit + 1);
    }

    private static int? Number(ArgumentValues arguments, InputValueDefinition argument) =>
        arguments.Has(argument.Index) && arguments.Raw(argument.Index) is int number ? number : null;
}
