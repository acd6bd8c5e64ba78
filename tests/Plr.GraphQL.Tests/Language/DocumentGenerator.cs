using System.Text;

namespace Plr.GraphQL.Tests.Language;

/// <summary>Makes random documents that are grammatical, from a seed.</summary>
internal sealed class DocumentGenerator(int seed)
{
    private static readonly string[] Names = ["a", "b", "name", "query", "on", "type", "_x", "A1", "fragment"];
    private static readonly string[] Strings =
        ["\"\"", "\"x\\n\\u{1F4A9} ŵ\"", "\"\"\"\n  block\n    inner\n\"\"\"", "\"\"\" \\\"\"\" x\"\"\"", "\"\\u0007\""];
    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();

    public string Executable()
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Maybe(0.3, () => text.Append(Pick(Strings)).Append(" query "), () => text.Append("mutation "));
            Maybe(0.5, () => text.Append(Name()));
            Maybe(0.4, () => Between("(", ")", () => Variable()));
            Directives();
            SelectionSet(4);
            Maybe(0.5, () => Fragment());
        }

        return text.ToString();
    }

    public string TypeSystem()
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            Maybe(0.3, () => text.Append(Pick(Strings)), null);
            TypeDefinition();
        }

        return text.ToString();
    }

    private void TypeDefinition()
    {
        switch (random.Next(6))
        {
            case 0:
                text.Append(" scalar ").Append(Name());
                Directives();
                break;
            case 1:
                text.Append(" type ").Append(Name()).Append(" implements & A & B");
                Directives();
                Between("{", "}", FieldDefinition);
                break;
            case 2:
                text.Append(" union ").Append(Name()).Append(" = | A | B");
                break;
            case 3:
                text.Append(" enum ").Append(Name());
                Between("{", "}", () => text.Append(Pick(Strings)).Append(Name()));
                break;
            case 4:
                text.Append(" input ").Append(Name());
                Between("{", "}", InputValue);
                break;
            default:
                text.Append(" directive @").Append(Name());
                Maybe(0.5, () => Between("(", ")", InputValue));
                text.Append(random.Next(2) == 0 ? " repeatable on | FIELD | OBJECT" : " on ENUM");
                break;
        }
    }

    private void FieldDefinition()
    {
        Maybe(0.3, () => text.Append(Pick(Strings)), null);
        text.Append(Name());
        Maybe(0.4, () => Between("(", ")", InputValue));
        text.Append(": ").Append(TypeReference(3));
        Directives();
    }

    private void InputValue()
    {
        Maybe(0.3, () => text.Append(Pick(Strings)), null);
        text.Append(Name()).Append(": ").Append(TypeReference(3));
        Maybe(0.4, () => text.Append(" = ").Append(Value(3, isConstant: true)));
        Directives();
    }

    private void Variable()
    {
        text.Append('$').Append(Name()).Append(": ").Append(TypeReference(3));
        Maybe(0.4, () => text.Append(" = ").Append(Value(3, isConstant: true)));
    }

    private void Fragment()
    {
        text.Append(" fragment F").Append(random.Next(100)).Append(" on ").Append(Name());
        SelectionSet(3);
        text.Append(' ');
    }

    private void SelectionSet(int depth) => Between("{", "}", () => Selection(depth));

    private void Selection(int depth)
    {
        switch (random.Next(6))
        {
            case 0:
                text.Append("...F").Append(random.Next(100));
                Directives();
                break;
            case 1 when depth > 0:
                text.Append(random.Next(2) == 0 ? "..." : "... on " + Name());
                Directives();
                SelectionSet(depth - 1);
                break;
            default:
                text.Append(random.Next(3) == 0 ? Name() + ": " : "").Append(Name());
                Maybe(0.4, () => Between("(", ")", () => text.Append(Name()).Append(": ").Append(Value(3, isConstant: false))));
                Directives();
                Maybe(depth > 0 ? 0.4 : 0, () => SelectionSet(depth - 1));
                break;
        }
    }

    private void Directives() => Maybe(0.2, () => text.Append(" @").Append(Name()).Append("(x: 1) "), () => text.Append(' '));

    private string Value(int depth, bool isConstant) => random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => "1",
        1 => "-2.5e3",
        2 => Pick(Strings),
        3 => "true",
        4 => "null",
        5 => "RED",
        6 => isConstant ? "[]" : "$" + Name(),
        7 => $"[{Value(depth - 1, isConstant)}, {Value(depth - 1, isConstant)}]",
        _ => $"{{ {Name()}: {Value(depth - 1, isConstant)} }}",
    };

    private string TypeReference(int depth) => random.Next(depth > 0 ? 3 : 1) switch
    {
        0 => Name() + (random.Next(2) == 0 ? "!" : ""),
        1 => $"[{TypeReference(depth - 1)}]",
        _ => $"[{TypeReference(depth - 1)}]!",
    };

    private void Between(string open, string close, Action member)
    {
        text.Append(open);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            member();
            text.Append(' ');
        }

        text.Append(close);
    }

    private void Maybe(double chance, Action then, Action? otherwise = null)
    {
        if (random.NextDouble() < chance)
        {
            then();
        }
        else
        {
            otherwise?.Invoke();
        }
    }

    private string Name() => Pick(Names);

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
