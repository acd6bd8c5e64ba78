using System.Text;
using Plr.Benchmarks.Fuzzing;

namespace Plr.Conformance.Tests.Differential;

/// <summary>Writes schemas. Fields come from one pool, so that the same name mostly means the same on every type, as operations that
/// merge selections need it.</summary>
internal sealed class SchemaGrammar
{
    private const string Incremental = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD

        """;

    private readonly Dice dice;
    private readonly StringBuilder sdl = new(Incremental);
    private readonly List<(string Name, string Arguments, string Type)> pool = [];
    private readonly InputGrammar inputs;
    private readonly string[] objects;
    private readonly string[] interfaces;
    private readonly string[] unions;

    public SchemaGrammar(Dice dice)
    {
        this.dice = dice;
        inputs = new InputGrammar(dice);
        objects = [.. Enumerable.Range(0, 2 + dice.Below(5)).Select(Row.TypeName)];
        interfaces = [.. Enumerable.Range(0, 1 + dice.Below(2)).Select(i => $"I{i}")];
        unions = [.. Enumerable.Range(0, dice.Below(3)).Select(i => $"U{i}")];
        Write();
    }

    /// <summary>Values of the schema's input types, by other dice.</summary>
    public InputGrammar InputsFor(Dice other) => new(other, inputs);

    public string Sdl => sdl.ToString();

    private void Write()
    {
        WriteInputs();
        FillPool();
        var ofInterfaces = new Dictionary<string, List<(string Name, string Arguments, string Type)>>(StringComparer.Ordinal);
        foreach (var name in interfaces)
        {
            // The second may implement the first.
            var implements = name == "I1" && dice.OneIn(2) ? "I0" : null;
            ofInterfaces[name] = Fields(2, implements is null ? [] : ofInterfaces[implements]);
            WriteType("interface", name, implements is null ? [] : [implements], ofInterfaces[name]);
        }

        foreach (var name in objects)
        {
            var implemented = interfaces.Where(candidate => name == "T0" || dice.OneIn(2)).ToList();
            if (implemented is ["I1"] && sdl.ToString().Contains("interface I1 implements I0", StringComparison.Ordinal))
            {
                implemented.Insert(0, "I0");
            }

            var inherited = implemented.SelectMany(parent => ofInterfaces[parent]).DistinctBy(field => field.Name).Select(Narrow);
            WriteType("type", name, implemented, Fields(3, [.. inherited]));
        }

        foreach (var name in unions)
        {
            sdl.Append("union ").Append(name).Append(" = ").AppendJoin(" | ", objects.Where(candidate => candidate == "T1" || dice.OneIn(2))).Append('\n');
        }

        WriteType("type", "Query", [], Fields(5, [.. pool.Take(3)]));
        WriteType("type", "Mutation", [], Fields(3, [pool[0]]));
    }

    private void WriteInputs()
    {
        sdl.Append("scalar Any @specifiedBy(url: \"https://example.org/any\")\n");
        for (var i = 0; i < 2; i++)
        {
            string[] values = [.. Enumerable.Range(0, 1 + dice.Below(3)).Select(value => $"A{value}")];
            inputs.Enums[$"E{i}"] = values;
            sdl.Append("enum E").Append(i).Append(" { ").AppendJoin(' ', values).Append(" }\n");
        }

        for (var i = 1; i >= 0; i--)
        {
            var fields = Enumerable.Range(0, 2 + dice.Below(3))
                .Select(field => new InputGrammar.InputField($"i{field}", inputs.Type(deep: true), dice.OneIn(3))).ToList();
            if (i == 0)
            {
                fields.Add(new InputGrammar.InputField("again", dice.OneIn(2) ? "In0" : "[In0!]", false)); // Without a default: one that holds itself has no end.
            }

            WriteInput($"In{i}", "", fields);
        }

        WriteInput(InputGrammar.OneOf, " @oneOf", [new("p0", "Int", false), new("p1", "String", false), new("p2", inputs.Type(deep: true).TrimEnd('!'), false)]);
    }

    private void WriteInput(string name, string directive, List<InputGrammar.InputField> fields)
    {
        sdl.Append("input ").Append(name).Append(directive).Append(" {\n");
        foreach (var field in fields)
        {
            sdl.Append("  ").Append(field.Name).Append(": ").Append(field.Type)
                .Append(field.HasDefault ? " = " + inputs.Literal(field.Type) : "").Append('\n');
        }

        sdl.Append("}\n");
        inputs.Objects[name] = fields; // From here on others may use it, and it may not use itself.
    }

    private void FillPool()
    {
        string[] composites = [.. objects, .. interfaces, .. unions];
        string[] leaves = ["Int", "Float", "String", "String", "Boolean", "ID", "Any", .. inputs.Enums.Keys];
        for (var i = 0; i < 16; i++)
        {
            var name = i < 3 || dice.OneIn(3) ? dice.Pick(composites) : dice.Pick(leaves);
            pool.Add(($"f{i}", Arguments(), Wrap(name)));
        }
    }

    private string Wrap(string type)
    {
        for (var lists = dice.OneIn(3) ? 1 + (dice.OneIn(4) ? 1 : 0) : 0; lists > 0; lists--)
        {
            type = $"[{type}{(dice.OneIn(3) ? "!" : "")}]";
        }

        return type + (dice.OneIn(4) ? "!" : "");
    }

    private string Arguments()
    {
        if (!dice.OneIn(3))
        {
            return "";
        }

        var arguments = Enumerable.Range(0, 1 + dice.Below(3)).Select(i => (Name: $"a{i}", Type: inputs.Type(deep: true)))
            .Select(argument => $"{argument.Name}: {argument.Type}{(dice.OneIn(3) ? " = " + inputs.Literal(argument.Type) : "")}");
        return $"({string.Join(", ", arguments)})";
    }

    private List<(string Name, string Arguments, string Type)> Fields(int least, List<(string Name, string Arguments, string Type)> given)
    {
        var fields = new List<(string Name, string Arguments, string Type)>(given);
        for (var more = least + dice.Below(3); more > 0; more--)
        {
            fields.Add(dice.Pick(pool));
        }

        return [.. fields.DistinctBy(field => field.Name)];
    }

    // An object may promise more than its interface.
    private (string Name, string Arguments, string Type) Narrow((string Name, string Arguments, string Type) field) =>
        field.Type[^1] != '!' && dice.OneIn(12) ? field with { Type = field.Type + "!" }
        : field.Arguments.Length == 0 && dice.OneIn(12) ? field with { Arguments = "(more: Int = 3)" }
        : field;

    private void WriteType(string kind, string name, List<string> implements, List<(string Name, string Arguments, string Type)> fields)
    {
        sdl.Append(kind).Append(' ').Append(name);
        if (implements.Count > 0)
        {
            sdl.Append(" implements ").AppendJoin(" & ", implements);
        }

        sdl.Append(" {\n");
        foreach (var field in fields)
        {
            sdl.Append("  ").Append(field.Name).Append(field.Arguments).Append(": ").Append(field.Type).Append('\n');
        }

        sdl.Append("}\n");
    }
}
