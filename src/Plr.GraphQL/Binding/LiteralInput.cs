using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Binding;

// A constant literal in the form in which scalars read it.
internal static class LiteralInput
{
    // False for a variable and for null: neither is the scalar's to judge.
    internal static bool TryRead(ValueNode literal, out ScalarInput input)
    {
        switch (literal)
        {
            case StringValueNode text:
                input = ScalarInput.FromString(text.Value);
                return true;
            case IntValueNode number:
                input = ScalarInput.FromNumber(number.Value);
                return true;
            case FloatValueNode number:
                input = ScalarInput.FromNumber(number.Value);
                return true;
            case BooleanValueNode boolean:
                input = ScalarInput.FromBoolean(boolean.Value);
                return true;
            case EnumValueNode name:
                input = ScalarInput.FromEnum(name.Value);
                return true;
            case ListValueNode or ObjectValueNode:
                input = ToStructure(literal) switch
                {
                    IReadOnlyDictionary<string, object?> fields => ScalarInput.FromObject(fields),
                    var items => ScalarInput.FromList((IReadOnlyList<object?>)items!), // The two cases above give these two forms.
                };
                return true;
            default:
                input = default;
                return false;
        }
    }

    // Recursion is bounded by the parser's depth.
    internal static object? ToStructure(ValueNode literal)
    {
        switch (literal)
        {
            case ListValueNode list:
                var items = new object?[list.Items.Length];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = ToStructure(list.Items[i]);
                }

                return items;
            case ObjectValueNode map:
                var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var field in map.Fields)
                {
                    fields[field.Name] = ToStructure(field.Value);
                }

                return fields;
            case BooleanValueNode boolean:
                return boolean.Value;
            default:
                return !TryRead(literal, out var input) ? null
                    : input.TryGetInt64(out var whole) ? whole
                    : input.TryGetDouble(out var real) ? real
                    : input.Text;
        }
    }
}
