using System.Globalization;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Printing;

/// <content>Values, strings and type references.</content>
public sealed partial class Printer
{
    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                text.Append('$').Append(variable.Name);
                break;
            case IntValueNode number:
                text.Append(number.Value);
                break;
            case FloatValueNode number:
                text.Append(number.Value);
                break;
            case StringValueNode { IsBlock: true } block when BlockString.CanRepresent(block.Value):
                WriteBlock(block.Value);
                break;
            case StringValueNode quoted:
                WriteQuoted(quoted.Value);
                break;
            case BooleanValueNode boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case NullValueNode:
                text.Append("null");
                break;
            case EnumValueNode name:
                text.Append(name.Value);
                break;
            case ListValueNode list:
                WriteList(list);
                break;
            case ObjectValueNode map:
                WriteObject(map);
                break;
        }
    }

    private void WriteList(ListValueNode list)
    {
        text.Append('[');
        for (var i = 0; i < list.Items.Length; i++)
        {
            text.Append(i > 0 ? ", " : "");
            WriteValue(list.Items[i]);
        }

        text.Append(']');
    }

    private void WriteObject(ObjectValueNode map)
    {
        if (map.Fields.IsEmpty)
        {
            text.Append("{}");
            return;
        }

        text.Append("{ ");
        for (var i = 0; i < map.Fields.Length; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(map.Fields[i].Name).Append(": ");
            WriteValue(map.Fields[i].Value);
        }

        text.Append(" }");
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null)
        {
            return;
        }

        var isBlock = description.IsBlock || description.Value.Contains('\n') || description.Value.Length > MaxLineLength;
        if (isBlock && BlockString.CanRepresent(description.Value))
        {
            WriteBlock(description.Value);
        }
        else
        {
            WriteQuoted(description.Value);
        }

        NewLine();
    }

    private void WriteBlock(string value)
    {
        text.Append("\"\"\"");
        foreach (var line in value.Replace("\"\"\"", "\\\"\"\"").Split('\n'))
        {
            if (line.Length > 0)
            {
                NewLine();
            }
            else
            {
                text.Append('\n');
            }

            text.Append(line);
        }

        NewLine();
        text.Append("\"\"\"");
    }

    // Escapes control characters, as section 2.10.4 asks of whoever produces a string.
    private void WriteQuoted(string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ' or (>= '\x7F' and <= '\x9F'):
                    text.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }

        text.Append('"');
    }

    private void WriteType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                text.Append(named.Name);
                break;
            case ListTypeNode list:
                text.Append('[');
                WriteType(list.Type);
                text.Append(']');
                break;
            case NonNullTypeNode nonNull:
                WriteType(nonNull.Type);
                text.Append('!');
                break;
        }
    }
}
