using Plr.GraphQL.Binding;
using Plr.GraphQL.Execution.Coercion;
using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Types;
using Plr.GraphQL.Types.Costs;

namespace Plr.GraphQL.Execution.Costs;

// Reckons fields with the coerced variables of one request, the same before execution and after it.
internal sealed class FieldReckoner(CostModel model, VariableValues variables, int defaultPageSize)
{
    internal FieldReckoning Reckon(FieldPlan field)
    {
        var cost = model.Of(field.Definition);
        if (!cost.DependsOnArguments)
        {
            return new FieldReckoning(cost.Weight, cost.Size is { } fixedSize ? fixedSize.Assumed ?? defaultPageSize : null, false, false);
        }

        try
        {
            return Reckon(field, cost, cost.LooksIntoInputs ? field.CoerceShapes(variables) : field.CoerceArguments(variables));
        }
        catch (GraphQLException)
        {
            return new FieldReckoning(cost.Weight, 0, IsRefused: true, LacksSlicing: false);
        }
    }

    private FieldReckoning Reckon(FieldPlan field, FieldCost cost, ArgumentValues arguments)
    {
        var (size, isOne) = cost.Size is { } declared ? Items(declared, arguments) : (null, true);
        return new FieldReckoning(
            Math.Max(0, cost.Weight + ArgumentWeight(field.Definition, cost, arguments)), size, IsRefused: false, LacksSlicing: !isOne);
    }

    private (long? Items, bool IsOne) Items(ListSize size, ArgumentValues arguments)
    {
        var given = 0;
        long? most = null;
        foreach (var argument in size.Slicing)
        {
            if (Asked(argument, arguments) is { } asked)
            {
                given++;
                most = Math.Max(most ?? 0, asked);
            }
        }

        return (most ?? size.Assumed ?? defaultPageSize, !size.RequiresOne || given == 1);
    }

    private long ArgumentWeight(FieldDefinition field, FieldCost cost, ArgumentValues arguments)
    {
        var weight = 0L;
        foreach (var argument in field.Arguments)
        {
            if (!arguments.Has(argument.Index))
            {
                continue;
            }

            weight += cost.ArgumentWeights.Length > 0 ? cost.ArgumentWeights[argument.Index] : 0;
            weight += cost.LooksIntoInputs ? WeightInside(argument.Type, arguments.Raw(argument.Index)) : 0;
        }

        return weight;
    }

    // The weights of the input fields given inside a value. Recursion is bounded by the depth of the input.
    private long WeightInside(GraphQLType type, object? value)
    {
        var weight = 0L;
        switch (value)
        {
            case object?[] items when type.NullableType is ListType list:
                foreach (var item in items)
                {
                    weight += WeightInside(list.OfType, item);
                }

                break;
            case InputObjectValues values:
                foreach (var field in ((InputObjectType)type.UnderlyingType).Fields)
                {
                    if (values.Has(field.Index))
                    {
                        weight += model.WeightOf(field) + WeightInside(field.Type, values.Raw(field.Index));
                    }
                }

                break;
        }

        return weight;
    }

    // The items that a slicing argument asks for; null when it is not given, or null.
    private static long? Asked(SlicingArgument argument, ArgumentValues arguments)
    {
        CoercedValues? values = arguments;
        object? value = null;
        foreach (var index in argument.Path)
        {
            if (values is null || !values.Has(index))
            {
                return null;
            }

            value = values.Raw(index);
            values = value as CoercedValues;
        }

        return value switch
        {
            int number => Math.Max(number, 0),
            object?[] items => items.Length,
            _ => null,
        };
    }
}
