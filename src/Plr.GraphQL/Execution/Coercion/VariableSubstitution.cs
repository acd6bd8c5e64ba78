using System.Collections.Immutable;
using System.Globalization;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Execution.Coercion;

// Puts the values of variables into a literal of a scalar that has no fixed form.
internal sealed class VariableSubstitution(VariableValues variables)
{
    // Recursion is bounded by the parser's depth, and that of a variable's value by the JSON reader's.
    internal ValueNode Apply(ValueNode literal) => literal switch
    {
        ListValueNode list => new ListValueNode(list.Location, [.. list.Items.Select(Apply)]),
        ObjectValueNode map => new ObjectValueNode(
            map.Location, [.. map.Fields.Select(field => new ObjectFieldNode(field.Location, field.Name, Apply(field.Value)))]),
        VariableNode variable => variables.TryGet(variable.Name, out var value) ? ToLiteral(value) : new NullValueNode(default),
        _ => literal,
    };

    private static ValueNode ToLiteral(object? value) => value switch
    {
        null => new NullValueNode(default),
        bool flag => new BooleanValueNode(default, flag),
        int or long => new IntValueNode(default, Convert.ToString(value, CultureInfo.InvariantCulture)!), // A number has a text.
        double real => new FloatValueNode(default, real.ToString("R", CultureInfo.InvariantCulture)),
        IReadOnlyList<object?> items => new ListValueNode(default, [.. items.Select(ToLiteral)]),
        IReadOnlyDictionary<string, object?> fields => new ObjectValueNode(
            default, fields.Select(field => new ObjectFieldNode(default, field.Key, ToLiteral(field.Value))).ToImmutableArray()),
        _ => new StringValueNode(default, value.ToString() ?? "", isBlock: false),
    };
}
