using Plr.GraphQL.Binding;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Coercion;

// GraphQL September 2025, 6.4.1 Coercing Field Arguments.
internal static class ArgumentCoercion
{
    // Whether the arguments are the same for every request, so that they need coercing only once.
    internal static bool IsConstant(FieldNode field)
    {
        foreach (var argument in field.Arguments)
        {
            if (HasVariable(argument.Value))
            {
                return false;
            }
        }

        return true;
    }

    internal static ArgumentValues CoerceArgumentValues(
        BoundSchema schema, FieldDefinition definition, FieldNode field, VariableValues? variables, int maxListSize, InputForm form)
    {
        if (definition.Arguments.IsEmpty)
        {
            return ArgumentValues.None;
        }

        var values = new object?[definition.Arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Coerce(schema, definition.Arguments[i], Find(field, definition.Arguments[i].Name), variables, maxListSize, form);
        }

        return new ArgumentValues(values);
    }

    private static object? Coerce(
        BoundSchema schema, InputValueDefinition definition, ValueNode? literal, VariableValues? variables, int maxListSize, InputForm form)
    {
        var hasValue = literal is not null
            && (literal is not VariableNode variable || (variables?.TryGet(variable.Name, out _) ?? false));
        LiteralCoercion? coercion = null;
        try
        {
            return hasValue ? (coercion = new LiteralCoercion(schema, variables, maxListSize, form)).Coerce(definition.Type, literal!) // Has a value, so was written.
                : definition.DefaultValue is not null ? LiteralCoercion.DefaultOf(schema, definition, form)
                : definition.Type.IsNonNull ? throw new InputCoercionException(ErrorCodes.InputCoercionFailed, "a value is required", "")
                : CoercedValues.Absent;
        }
        catch (InputCoercionException refusal)
        {
            throw new GraphQLException(new GraphQLError(
                $"argument `{definition.Name}{refusal.Path}`: {refusal.Message}",
                refusal.Code,
                (coercion?.Current ?? literal)?.Location.Position is { } position ? [position] : []));
        }
    }

    private static ValueNode? Find(FieldNode field, string name)
    {
        foreach (var argument in field.Arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    // Recursion is bounded by the parser's depth.
    private static bool HasVariable(ValueNode value)
    {
        switch (value)
        {
            case VariableNode:
                return true;
            case ListValueNode list:
                foreach (var item in list.Items)
                {
                    if (HasVariable(item))
                    {
                        return true;
                    }
                }

                return false;
            case ObjectValueNode map:
                foreach (var field in map.Fields)
                {
                    if (HasVariable(field.Value))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
