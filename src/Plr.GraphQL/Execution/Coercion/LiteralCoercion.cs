using System.Collections.Immutable;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Coercion;

// Input coercion of literals, with variables inside them. GraphQL September 2025, Input Coercion of each type in section 3.
internal sealed class LiteralCoercion
{
    private readonly BoundSchema schema;
    private readonly Dictionary<InputValueDefinition, object?>? defaultsInTheMaking;
    private readonly VariableValues? variables;
    private readonly InputPath path = new();
    private readonly int maxListSize = int.MaxValue;
    private readonly InputForm form;

    // For the defaults of the schema itself, while it is bound.
    internal LiteralCoercion(BoundSchema schema, Dictionary<InputValueDefinition, object?> defaults)
    {
        this.schema = schema;
        defaultsInTheMaking = defaults;
    }

    internal LiteralCoercion(BoundSchema schema, VariableValues? variables, int maxListSize, InputForm form = InputForm.Bound)
    {
        this.form = form;
        this.schema = schema;
        this.variables = variables;
        this.maxListSize = maxListSize;
    }

    // A default as the schema has it, or made anew where its shape is wanted.
    internal static object? DefaultOf(BoundSchema schema, InputValueDefinition input, InputForm form) => form is InputForm.Bound
        ? schema.DefaultOf(input)
        : new LiteralCoercion(schema, null, int.MaxValue, form).Coerce(input.Type, input.DefaultValue!); // Asked only of inputs that have one.

    // A schema's default that its own scalar refuses is refused when the schema is bound.
    internal void AddDefaults(ImmutableArray<InputValueDefinition> inputs)
    {
        foreach (var input in inputs)
        {
            if (input.DefaultValue is not null)
            {
                try
                {
                    DefaultOf(input);
                }
                catch (InputCoercionException refusal)
                {
                    throw new SchemaBindingException([$"the default of `{input.Coordinate}` is refused: {refusal.Message}"]);
                }
            }
        }
    }

    // The literal that was looked at last: the one to blame when a value is refused.
    internal ValueNode? Current { get; private set; }

    internal object? Coerce(GraphQLType type, ValueNode literal)
    {
        Current = literal;
        if (literal is VariableNode variable)
        {
            // Validation saw to it that the variable's type fits, so its value is not coerced again.
            return variables is not null && variables.TryGet(variable.Name, form, out var value)
                ? Reject(type, value)
                : Reject(type, null);
        }

        if (literal is NullValueNode)
        {
            return Reject(type, null);
        }

        return type.NullableType switch
        {
            ListType list => CoerceList(list, literal),
            InputObjectType input => CoerceObject(input, literal),
            var leaf => CoerceLeaf((NamedType)leaf, literal),
        };
    }

    private object? Reject(GraphQLType type, object? value) =>
        value is null && type.IsNonNull ? throw path.Refuse("expected a value, not null") : value;

    private object? CoerceLeaf(NamedType type, ValueNode literal)
    {
        if (type is EnumType && literal is not EnumValueNode)
        {
            throw path.Refuse($"expected a value of the enum `{type.Name}`");
        }

        var scalar = schema.ScalarOf(type);
        if (literal is ListValueNode or ObjectValueNode && variables is not null)
        {
            // A scalar without a fixed form may have variables inside.
            literal = new VariableSubstitution(variables).Apply(literal);
        }

        return !LiteralInput.TryRead(literal, out var input) ? throw path.Refuse($"expected `{type.Name}`")
            : scalar.TryReadBoxed(input, out var value, out var problem) ? value
            : throw path.Refuse(problem.Code, problem.Message);
    }

    // 3.11 List, Input Coercion: a single value is a list of one.
    private object?[] CoerceList(ListType type, ValueNode literal)
    {
        if (literal is not ListValueNode list)
        {
            return [Coerce(type.OfType, literal)];
        }

        if (list.Items.Length > maxListSize)
        {
            throw path.Refuse(ErrorCodes.LimitInputList, $"a list may have at most {maxListSize} items");
        }

        var items = new object?[list.Items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            path.Push(i);
            items[i] = Coerce(type.OfType, list.Items[i]);
            path.Pop();
        }

        return items;
    }

    private object CoerceObject(InputObjectType type, ValueNode literal)
    {
        if (literal is not ObjectValueNode map)
        {
            throw path.Refuse($"expected an input object `{type.Name}`");
        }

        var values = InputObjectAssembly.Begin(type);
        foreach (var entry in map.Fields)
        {
            var field = type.FindField(entry.Name) ?? throw path.Refuse($"`{type.Name}` has no field `{entry.Name}`");
            path.Push(entry.Name);
            if (entry.Value is not VariableNode variable || (variables?.TryGet(variable.Name, out _) ?? false))
            {
                values[field.Index] = Coerce(field.Type, entry.Value);
            }
            else if (type.IsOneOf)
            {
                // A variable without a value does not count as absent here, since the field was written.
                throw path.Refuse($"exactly one field of `{type.Name}` must be given, and not null");
            }

            path.Pop();
        }

        Current = literal;
        return InputObjectAssembly.Complete(type, values, schema, DefaultOf, path, form);
    }

    private object? DefaultOf(InputValueDefinition input)
    {
        if (defaultsInTheMaking is null)
        {
            return DefaultOf(schema, input, form);
        }

        // A default object takes the defaults of its own fields, which may not have been made yet; a schema without cycles of defaults ends this.
        if (!defaultsInTheMaking.TryGetValue(input, out var value))
        {
            value = Coerce(input.Type, input.DefaultValue!); // Asked only of inputs that have one.
            defaultsInTheMaking[input] = value;
        }

        return value;
    }
}
