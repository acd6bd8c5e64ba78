using System.Text;

namespace Plr.Benchmarks.Fuzzing;

/// <summary>Writes JSON for variables, now and then none.</summary>
internal sealed class JsonGrammar(Dice dice)
{
    private static readonly string[] Leaves =
        ["null", "true", "false", "0", "-1", "3", "2147483648", "1e400", "0.5", "123456789012345678901234567890", "\"x\"", "\"LOW\"", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}"];

    private static readonly string[] Keys = ["a", "b", "c", "d", "e", "f", "max", "text", "levels", "inner", "all", "rate", "id", "name", "filter", "\\u0061", "\\ud800"];

    public string Variables()
    {
        var text = new StringBuilder();
        WriteObject(text, 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, int depth)
    {
        switch (depth < 6 ? dice.Below(6) : 0)
        {
            case 1:
                text.Append('[');
                for (var count = dice.Below(4); count > 0; count--)
                {
                    Write(text, depth + 1);
                    text.Append(count > 1 ? "," : "");
                }

                text.Append(']');
                break;
            case 2 or 3:
                WriteObject(text, depth + 1);
                break;
            default:
                text.Append(dice.Pick(Leaves));
                break;
        }
    }

    private void WriteObject(StringBuilder text, int depth)
    {
        text.Append('{');
        for (var count = dice.Below(depth == 0 ? 7 : 4); count > 0; count--)
        {
            text.Append('"').Append(dice.Pick(Keys)).Append("\":");
            Write(text, depth + 1);
            text.Append(count > 1 ? "," : "");
        }

        text.Append('}');
    }
}
